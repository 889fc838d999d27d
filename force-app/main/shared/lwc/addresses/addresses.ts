export { canonicalAddress, isAddress, problemOfAddress, type AddressProblem } from './addressRule';
export { splitAddresses } from './addressList';
