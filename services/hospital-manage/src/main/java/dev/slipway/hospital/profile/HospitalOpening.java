package dev.slipway.hospital.profile;

import dev.slipway.hospital.connection.Connection;
import dev.slipway.hospital.connection.Connections;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a hospital into this instance, with the key it got from the platform. */
@Component
public class HospitalOpening {
    private final HospitalProfiles hospitals;
    private final Connections connections;

    HospitalOpening(HospitalProfiles hospitals, Connections connections) {
        this.hospitals = hospitals;
        this.connections = connections;
    }

    /**
     * Both or neither.
     *
     * @return false when there is a hospital of this code
     * @throws dev.slipway.hospital.connection.KeyIdTaken when there is a key of this id
     */
    @Transactional
    public boolean open(ProfileDetails details, Connection connection) {
        boolean added = hospitals.add(connection.hospitalCode(), details);
        if (added) {
            connections.add(connection);
        }
        return added;
    }
}
