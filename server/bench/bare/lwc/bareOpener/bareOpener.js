import { LightningElement, api } from 'lwc';
import BareModal from 'c/bareModal';

/** The least that can open a window. */
export default class BareOpener extends LightningElement {
  @api recordId;
  @api objectApiName;

  handleClick() {
    void BareModal.open({ size: 'medium', label: 'Bare window' });
  }
}
