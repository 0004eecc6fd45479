// Makes the replica set, once: a set that is there is left alone, and one whose members have met is never made again.
const fs = require('fs');
const { GROUP, MEMBERS, MONGODB_PORT } = process.env;
const admin = connect(`mongodb://127.0.0.1:${MONGODB_PORT}/admin?directConnection=true`);
admin.auth('slipway', fs.readFileSync('/etc/slipway/secrets/mongodb-password', 'utf8').trim());
try {
  admin.adminCommand({ replSetGetStatus: 1 });
} catch (failure) {
  if (failure.codeName !== 'NotYetInitialized') throw failure;
  const members = MEMBERS.split(',').map((host, number) => ({ _id: number, host }));
  admin.adminCommand({ replSetInitiate: { _id: GROUP, members } });
}
