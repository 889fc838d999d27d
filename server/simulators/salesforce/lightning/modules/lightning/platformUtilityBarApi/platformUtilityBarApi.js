/** The items of the bar that is on the page, by id. */
const utilities = new Map();
const watchers = new Set();
let lastId = 0;

/** For the bar: takes an item in, and answers its id. */
export function addUtility({ label, icon }) {
  const id = `${(lastId += 1)}:0`;
  utilities.set(id, { id, label, icon, iconVariant: undefined, highlighted: false, panelVisible: false, isLoaded: false, listeners: [] });
  return id;
}
export function removeUtility(id) {
  utilities.delete(id);
}
/** For the bar: told of each change. Answers how to stop. */
export function watchUtilities(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
export function utilityOf(id) {
  return utilities.get(id);
}
/** For the bar: what a click on the item does. */
export function clickUtility(id) {
  change(id, { panelVisible: !find(id).panelVisible });
  for (const listener of find(id).listeners) listener({ utilityId: id, panelVisible: find(id).panelVisible });
}

/** The id of the item around a component, by the context that the item provides. */
export class EnclosingUtilityId {
  static contextSchema = { utilityId: 'required' };
  constructor(emit) {
    this.emit = emit;
    this.emit(undefined);
  }
  connect() {}
  update(_config, context) {
    if (context) this.emit(context.utilityId);
  }
  disconnect() {}
}

export const getInfo = async (id) => infoOf(find(id));
export const getAllUtilityInfo = async () => [...utilities.values()].map(infoOf);
export const open = async (id) => change(id, { panelVisible: true });
export const minimize = async (id) => change(id, { panelVisible: false });
export const updatePanel = async (id, { label } = {}) => change(id, { panelLabel: label });
export const updateUtility = async (id, { label, icon, iconVariant, highlighted } = {}) =>
  change(id, Object.fromEntries(Object.entries({ label, icon, iconVariant, highlighted }).filter(([, value]) => value !== undefined)));
export const onUtilityClick = async (id, listener) => find(id).listeners.push(listener) > 0;

function find(id) {
  const utility = utilities.get(id);
  if (!utility) throw new Error(`There is no utility ${id}.`);
  return utility;
}
function change(id, changes) {
  Object.assign(find(id), changes);
  for (const watcher of watchers) watcher();
  return true;
}
function infoOf({ id, label, icon, iconVariant, highlighted, panelVisible, isLoaded }) {
  return {
    id,
    isLoaded,
    utilityLabel: label,
    utilityIcon: icon,
    utilityIconVariant: iconVariant,
    utilityHighlighted: highlighted,
    utilityVisible: panelVisible,
  };
}
