export { bodyStyleOf } from './body-style.ts';
export { createChangeEmailFont } from './change-email-font.ts';
export { EMAIL_FONT_SQL, findEmailFont } from './repository.ts';
export { emailFontRoutes } from './routes.ts';
export type { EmailFont } from './schemas.ts';
