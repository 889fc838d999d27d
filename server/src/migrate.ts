import { loadMigrationUrls } from './config.ts';
import { migrate } from './platform/migrate.ts';

const { applied } = await migrate(loadMigrationUrls(process.env));
console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.');
