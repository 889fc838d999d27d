export { createEndGrants, END_GRANTS } from './end-grants.ts';
export { createLiftKillSwitch, createPressKillSwitch } from './press-kill-switch.ts';
export { killSwitchRoutes } from './routes.ts';
export { createShowKillSwitch } from './show-kill-switch.ts';
