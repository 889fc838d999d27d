// What the panel says of an email, in the words of its reader.
export { bounceSentence } from './bounces';
export { historySentence } from './history';
export { logTrouble } from './log';
export { reasonSentence } from './reasons';
export { type Note, isWrongAddress, notesOf, responseSentence } from './responses';
export { isMoving, isReplied, stateWord } from './states';
