import { createTestWireAdapter } from '@salesforce/wire-service-jest-util';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

/** Where the components under test have gone: called with the page reference. */
export const navigate = jest.fn();

export const CurrentPageReference = createTestWireAdapter(jest.fn());

/** Opens an address, as a link or the browser's Back button does. */
export const arriveAt = (pageReference) => CurrentPageReference.emit(pageReference);

/** As the Jest package's own, but what it is told can be asked for. */
export const NavigationMixin = (Base) =>
    class extends Base {
        [Navigate](page) {
            navigate(page);
        }
        [GenerateUrl]() {
            return Promise.resolve('https://www.example.com');
        }
    };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
