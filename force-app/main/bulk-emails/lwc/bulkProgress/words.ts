import cancelled from '@salesforce/label/c.BulkEmails_Progress_Cancelled';
import fromRecord from '@salesforce/label/c.BulkEmails_Compose_FromRecord';
import left from '@salesforce/label/c.BulkEmails_Progress_Left';
import leavesAt from '@salesforce/label/c.BulkEmails_Progress_LastLeavesAt';
import newOne from '@salesforce/label/c.BulkEmails_Progress_New';
import notAccepted from '@salesforce/label/c.BulkEmails_Progress_NotAccepted';
import people from '@salesforce/label/c.BulkEmails_List_People';
import search from '@salesforce/label/c.BulkEmails_List_Search';
import stale from '@salesforce/label/c.Panel_Refresh_Failed';
import stop from '@salesforce/label/c.BulkEmails_Progress_Stop';
import stopText from '@salesforce/label/c.BulkEmails_Progress_StopText';
import stopTitle from '@salesforce/label/c.BulkEmails_Progress_StopTitle';
import stopWaiting from '@salesforce/label/c.BulkEmails_Progress_StopWaiting';
import title from '@salesforce/label/c.BulkEmails_Title';
import tooManyWait from '@salesforce/label/c.BulkEmails_Compose_TooManyWait';
import waiting from '@salesforce/label/c.BulkEmails_Progress_Waiting';
import whatBecame from '@salesforce/label/c.BulkEmails_Progress_Bar';

export const labels = {
    cancelled,
    fromRecord,
    leavesAt,
    left,
    newOne,
    notAccepted,
    people,
    search,
    stale,
    stop,
    stopText,
    stopTitle,
    stopWaiting,
    title,
    tooManyWait,
    waiting,
    whatBecame
};
