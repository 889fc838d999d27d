/** Which secret of which connection. The whole of it is bound into the ciphertext. */
export interface SecretId {
  orgId: string;
  connectionId: string;
  provider: 'salesforce' | 'google' | 'microsoft' | 'smtp';
  field: 'access_token' | 'refresh_token' | 'grant' | 'client_secret' | 'password';
}

/** A secret that is there. Every new one in its place has the next version. */
export interface StoredField extends Pick<SecretId, 'provider' | 'field'> {
  version: number;
}
