import type { Pool } from '../postgres.ts';
import type { ObjectStore } from './object-store.ts';
import { createPostgresStore } from './postgres-store.ts';
import { createS3Store } from './s3-store.ts';

/** The settings that choose a store; `loadConfig` has seen that those of the chosen one are there. */
export interface ObjectStoreSettings {
  OBJECT_STORE: 'postgres' | 's3';
  S3_ENDPOINT?: string | undefined;
  S3_BUCKET?: string | undefined;
  S3_REGION: string;
  S3_ACCESS_KEY_ID?: string | undefined;
  S3_SECRET_ACCESS_KEY?: string | undefined;
}

/** Where the bytes of files are kept in this installation. */
export function createObjectStore(settings: ObjectStoreSettings, pool: Pool): ObjectStore {
  if (settings.OBJECT_STORE === 'postgres') return createPostgresStore(pool);
  const { S3_ENDPOINT: endpoint = '', S3_BUCKET: bucket = '', S3_ACCESS_KEY_ID: accessKeyId = '' } = settings;
  return createS3Store({
    endpoint,
    bucket,
    region: settings.S3_REGION,
    accessKeyId,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY ?? '',
  });
}
