export { createEndAccess, type AccessToEnd, type EndAccess } from './end-access.ts';
export { createEndGrants, END_ACCESS, END_GRANTS } from './end-grants.ts';
export { findEndedAccess } from './report-repository.ts';
export { createLiftKillSwitch, createPressKillSwitch } from './press-kill-switch.ts';
export { refuseWhileEnding } from './refuse-while-ending.ts';
export { killSwitchRoutes } from './routes.ts';
export { EndedAccess } from './schemas.ts';
export { createShowKillSwitch } from './show-kill-switch.ts';
