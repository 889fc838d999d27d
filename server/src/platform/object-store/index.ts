export { createObjectStore } from './create-object-store.ts';
export { ObjectMissing, type ObjectKey, type ObjectStore } from './object-store.ts';
