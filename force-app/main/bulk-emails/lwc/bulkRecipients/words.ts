import addPeople from '@salesforce/label/c.BulkEmails_List_AddPeople';
import bouncedOn from '@salesforce/label/c.BulkEmails_List_BouncedOn';
import checking from '@salesforce/label/c.BulkEmails_List_Checking';
import empty from '@salesforce/label/c.BulkEmails_List_Empty';
import everybody from '@salesforce/label/c.BulkEmails_List_Everybody';
import everybodyCount from '@salesforce/label/c.BulkEmails_List_EverybodyCount';
import filter from '@salesforce/label/c.BulkEmails_List_Filter';
import filterAll from '@salesforce/label/c.BulkEmails_List_FilterAll';
import filterNot from '@salesforce/label/c.BulkEmails_List_FilterNot';
import filterOwn from '@salesforce/label/c.BulkEmails_List_FilterOwn';
import hide from '@salesforce/label/c.BulkEmails_List_Hide';
import leaveOut from '@salesforce/label/c.BulkEmails_List_LeaveOut';
import leaveOutName from '@salesforce/label/c.BulkEmails_List_LeaveOutName';
import noField from '@salesforce/label/c.BulkEmails_List_NoField';
import noLink from '@salesforce/label/c.BulkEmails_List_NoLink';
import nobody from '@salesforce/label/c.BulkEmails_List_Nobody';
import notKnown from '@salesforce/label/c.BulkEmails_List_NotKnown';
import open from '@salesforce/label/c.BulkEmails_List_Open';
import openName from '@salesforce/label/c.BulkEmails_List_OpenName';
import own from '@salesforce/label/c.BulkEmails_List_Own';
import people from '@salesforce/label/c.BulkEmails_List_People';
import prompts from '@salesforce/label/c.SalesEmail_Compose_Prompts';
import remove from '@salesforce/label/c.BulkEmails_List_Remove';
import sameAddressAs from '@salesforce/label/c.BulkEmails_List_SameAddressAs';
import search from '@salesforce/label/c.BulkEmails_List_Search';
import sendAnyway from '@salesforce/label/c.BulkEmails_List_SendAnyway';
import sendAnywayName from '@salesforce/label/c.BulkEmails_List_SendAnywayName';
import show from '@salesforce/label/c.BulkEmails_List_Show';
import shown from '@salesforce/label/c.BulkEmails_List_Shown';
import willGet from '@salesforce/label/c.BulkEmails_List_WillGet';
import willGetAll from '@salesforce/label/c.BulkEmails_List_WillGetAll';
import willGetHeading from '@salesforce/label/c.BulkEmails_List_WillGetHeading';

export const labels = {
    addPeople,
    bouncedOn,
    checking,
    empty,
    everybody,
    everybodyCount,
    filter,
    filterAll,
    filterNot,
    filterOwn,
    hide,
    leaveOut,
    leaveOutName,
    noField,
    noLink,
    nobody,
    notKnown,
    open,
    openName,
    own,
    people,
    prompts,
    remove,
    sameAddressAs,
    search,
    sendAnyway,
    sendAnywayName,
    show,
    shown,
    willGet,
    willGetAll,
    willGetHeading
};
