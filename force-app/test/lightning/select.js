import { LightningElement, api } from 'lwc';

/** The Jest package has no stub of this base component; like its others it draws nothing. */
export default class Select extends LightningElement {
    @api disabled;
    @api label;
    @api name;
    @api options;
    @api value;

    @api checkValidity() {}
    @api reportValidity() {}
}
