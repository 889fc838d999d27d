export { createActionCatalogue, type ActionCatalogue, type SalesActionDefinition } from './action-catalogue.ts';
export { panelRoutes } from './routes.ts';
export { createShowPanel } from './show-panel.ts';
export { createTabCatalogue, type PanelTabDefinition, type PanelVisit, type TabCatalogue } from './tab-catalogue.ts';
