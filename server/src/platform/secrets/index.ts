export { openFileKeyring, type FileKeyring } from './file-keyring.ts';
export { SecretError, type Keyring } from './keyring.ts';
export { REDACTED, REDACTED_PATHS, redacted } from './redaction.ts';
export { allOrgIds, lockSecret } from './repository.ts';
export { keysInUse, rewrapAll, type Rotation } from './rotate.ts';
export type { SecretId, StoredField } from './secret-id.ts';
export { createVault, type Vault } from './vault.ts';
