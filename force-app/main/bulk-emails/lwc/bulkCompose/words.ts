import backToWriting from '@salesforce/label/c.EmailPreview_Back';
import bodyEmptyText from '@salesforce/label/c.SalesEmail_Compose_EmptyText';
import changedElsewhere from '@salesforce/label/c.BulkEmails_Compose_ChangedElsewhere';
import discard from '@salesforce/label/c.SalesEmail_Compose_Discard';
import discardConfirm from '@salesforce/label/c.SalesEmail_Compose_DiscardConfirm';
import discardText from '@salesforce/label/c.BulkEmails_Compose_DiscardText';
import discardTitle from '@salesforce/label/c.SalesEmail_Compose_CloseTitle';
import emptyTitle from '@salesforce/label/c.SalesEmail_Compose_EmptyTitle';
import everybody from '@salesforce/label/c.BulkEmails_Compose_Everybody';
import everybodyTitle from '@salesforce/label/c.BulkEmails_List_Everybody';
import everybodyOwn from '@salesforce/label/c.BulkEmails_Compose_EverybodyOwn';
import fieldBlank from '@salesforce/label/c.BulkEmails_Compose_FieldBlank';
import fieldUnresolved from '@salesforce/label/c.BulkEmails_Compose_FieldUnresolved';
import filesForAll from '@salesforce/label/c.Files_Attach_Everybody';
import fromRecord from '@salesforce/label/c.BulkEmails_Compose_FromRecord';
import giveAll from '@salesforce/label/c.BulkEmails_Compose_GiveAll';
import giveAllText from '@salesforce/label/c.BulkEmails_Compose_GiveAllText';
import giveAllTitle from '@salesforce/label/c.BulkEmails_Compose_GiveAllTitle';
import keepMine from '@salesforce/label/c.BulkEmails_Compose_KeepMine';
import keptHere from '@salesforce/label/c.SalesEmail_Compose_KeptHere';
import leavesAt from '@salesforce/label/c.BulkEmails_Compose_LeavesAt';
import leavesBetween from '@salesforce/label/c.BulkEmails_Compose_LeavesBetween';
import leftOut from '@salesforce/label/c.BulkEmails_Compose_LeftOut';
import leftOutLine from '@salesforce/label/c.BulkEmails_Compose_LeftOutLine';
import loadNewer from '@salesforce/label/c.BulkEmails_Compose_LoadNewer';
import mailboxMissing from '@salesforce/label/c.Panel_Reason_MailboxMissing';
import nameAndAddress from '@salesforce/label/c.SalesEmail_Compose_NameAndAddress';
import needsSubject from '@salesforce/label/c.SalesEmail_Compose_NeedsSubject';
import next from '@salesforce/label/c.BulkEmails_Preview_Next';
import nobodyGetsIt from '@salesforce/label/c.BulkEmails_Compose_NobodyGetsIt';
import notSaved from '@salesforce/label/c.SalesEmail_Compose_NotSaved';
import onlyOne from '@salesforce/label/c.BulkEmails_Compose_Only';
import onlyHas from '@salesforce/label/c.BulkEmails_Compose_OnlyHas';
import onlyWill from '@salesforce/label/c.BulkEmails_Compose_OnlyWill';
import personGone from '@salesforce/label/c.BulkEmails_Compose_PersonGone';
import place from '@salesforce/label/c.BulkEmails_Preview_Place';
import preview from '@salesforce/label/c.SalesEmail_Compose_Preview';
import previous from '@salesforce/label/c.BulkEmails_Preview_Previous';
import problems from '@salesforce/label/c.SalesEmail_Compose_Problems';
import prompts from '@salesforce/label/c.SalesEmail_Compose_Prompts';
import replaceConfirm from '@salesforce/label/c.SalesEmail_Compose_ReplaceConfirm';
import replaceText from '@salesforce/label/c.SalesEmail_Compose_ReplaceText';
import replaceTitle from '@salesforce/label/c.SalesEmail_Compose_ReplaceTitle';
import saved from '@salesforce/label/c.SalesEmail_Compose_Saved';
import saving from '@salesforce/label/c.SalesEmail_Compose_Saving';
import schedule from '@salesforce/label/c.SalesEmail_Compose_Schedule';
import scheduleTo from '@salesforce/label/c.BulkEmails_Compose_ScheduleTo';
import send from '@salesforce/label/c.SalesEmail_Compose_Send';
import sending from '@salesforce/label/c.SalesEmail_Compose_Sending';
import sendTitle from '@salesforce/label/c.BulkEmails_Compose_SendTitle';
import sendTo from '@salesforce/label/c.BulkEmails_Compose_SendTo';
import templateUsed from '@salesforce/label/c.SalesEmail_Compose_TemplateUsed';
import title from '@salesforce/label/c.BulkEmails_Title';
import tooManyWait from '@salesforce/label/c.BulkEmails_Compose_TooManyWait';
import triedAgain from '@salesforce/label/c.SalesEmail_Compose_TriedAgain';
import unschedule from '@salesforce/label/c.SalesEmail_Compose_Unschedule';
import useAll from '@salesforce/label/c.BulkEmails_Compose_UseAll';
import useAllText from '@salesforce/label/c.BulkEmails_Compose_UseAllText';
import useAllTitle from '@salesforce/label/c.BulkEmails_Compose_UseAllTitle';
import writeToAll from '@salesforce/label/c.BulkEmails_Compose_WriteToAll';

import type { SaveStatus } from './wordsSaver';

export const labels = {
    backToWriting,
    bodyEmptyText,
    changedElsewhere,
    discard,
    discardConfirm,
    discardText,
    discardTitle,
    emptyTitle,
    everybody,
    everybodyOwn,
    everybodyTitle,
    fieldBlank,
    fieldUnresolved,
    filesForAll,
    fromRecord,
    giveAll,
    giveAllText,
    giveAllTitle,
    keepMine,
    keptHere,
    leavesAt,
    leavesBetween,
    leftOut,
    leftOutLine,
    loadNewer,
    mailboxMissing,
    nameAndAddress,
    needsSubject,
    next,
    nobodyGetsIt,
    onlyHas,
    onlyOne,
    onlyWill,
    personGone,
    place,
    preview,
    previous,
    problems,
    prompts,
    replaceConfirm,
    replaceText,
    replaceTitle,
    schedule,
    scheduleTo,
    send,
    sending,
    sendTitle,
    sendTo,
    templateUsed,
    title,
    tooManyWait,
    triedAgain,
    unschedule,
    useAll,
    useAllText,
    useAllTitle,
    writeToAll
};

export const saveStatusWords: Record<SaveStatus, string> = { idle: '', saving, saved, failed: notSaved };
