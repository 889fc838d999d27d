import { loadMigrationUrls } from './config.ts';
import { settleRecipients } from './features/send-engine/index.ts';
import { settleAddresses } from './features/users/index.ts';
import { migrate } from './platform/migrate.ts';
import { createPool } from './platform/postgres.ts';
import { refuseUnsafeDatabases } from './platform/safe-connection.ts';

const urls = loadMigrationUrls(process.env);
if ((process.env['NODE_ENV'] ?? 'production') === 'production')
  await refuseUnsafeDatabases({ MIGRATION_DATABASE_URL: urls.migration }, { asServer: false });
const { applied, isOfLaterRelease } = await migrate(urls);
if (isOfLaterRelease) {
  console.log('A later release has migrated this database. Nothing was changed.');
} else {
  console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
  const pool = createPool(urls.app, 1);
  const settled = await settleAddresses(pool);
  const recipients = await settleRecipients(pool);
  await pool.end();
  if (settled) console.log(`Rewrote ${String(settled)} addresses of users with letters beyond ASCII.`);
  if (recipients) console.log(`Rewrote ${String(recipients)} addresses of recipients with letters beyond ASCII.`);
}
