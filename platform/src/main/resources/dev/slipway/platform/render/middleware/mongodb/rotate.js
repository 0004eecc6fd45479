// Whatever has been done by an earlier run stays done.
const fs = require('fs');
const { GROUP, MEMBERS, MONGODB_PORT, PHASE } = process.env;
const url = MEMBERS ? `mongodb://${MEMBERS}/admin?replicaSet=${GROUP}` : `mongodb://mongodb:${MONGODB_PORT}/admin`;
const password = which => fs.readFileSync(`/etc/slipway/secrets/${which}/mongodb-password`, 'utf8').trim();
const admin = connect(url);
const takes = which => {
  try {
    return admin.auth('slipway', password(which)).ok === 1;
  } catch (failure) {
    if (failure.codeName !== 'AuthenticationFailed') throw failure;
    return false;
  }
};
if (PHASE === 'accept' && !takes('new')) {
  if (!takes('old')) throw new Error('slipway can sign in with neither password');
  admin.updateUser('slipway', { pwd: password('new') });
}
if (takes('old') || !takes('new')) throw new Error('slipway does not sign in with its new password alone');
print('slipway signs in with its new password alone');
