import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

/** In a utility bar a test emits the id of the item. */
export const EnclosingUtilityId = createTestWireAdapter(jest.fn());

export const getInfo = jest.fn();
export const onUtilityClick = jest.fn();
export const updateUtility = jest.fn();
