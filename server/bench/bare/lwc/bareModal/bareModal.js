import LightningModal from 'lightning/modal';

/** A window with one field. */
export default class BareModal extends LightningModal {}
