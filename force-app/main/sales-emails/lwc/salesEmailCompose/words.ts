import mailboxMissing from '@salesforce/label/c.Panel_Reason_MailboxMissing';
import bcc from '@salesforce/label/c.SalesEmail_Compose_Bcc';
import badBcc from '@salesforce/label/c.SalesEmail_Compose_BadBcc';
import badCc from '@salesforce/label/c.SalesEmail_Compose_BadCc';
import cameBack from '@salesforce/label/c.SalesEmail_Compose_CameBack';
import cc from '@salesforce/label/c.SalesEmail_Compose_Cc';
import closeNoSubject from '@salesforce/label/c.SalesEmail_Compose_CloseNoSubject';
import closeNotSaved from '@salesforce/label/c.SalesEmail_Compose_CloseNotSaved';
import closeTitle from '@salesforce/label/c.SalesEmail_Compose_CloseTitle';
import discard from '@salesforce/label/c.SalesEmail_Compose_Discard';
import discardConfirm from '@salesforce/label/c.SalesEmail_Compose_DiscardConfirm';
import discardSaved from '@salesforce/label/c.SalesEmail_Compose_DiscardSaved';
import discardText from '@salesforce/label/c.SalesEmail_Compose_DiscardText';
import draftContinue from '@salesforce/label/c.SalesEmail_Compose_DraftContinue';
import draftKeptHere from '@salesforce/label/c.SalesEmail_Compose_DraftKeptHere';
import draftReplaces from '@salesforce/label/c.SalesEmail_Compose_DraftReplaces';
import draftSaved from '@salesforce/label/c.SalesEmail_Compose_DraftSaved';
import draftStartOver from '@salesforce/label/c.SalesEmail_Compose_DraftStartOver';
import draftText from '@salesforce/label/c.SalesEmail_Compose_DraftText';
import draftTitle from '@salesforce/label/c.SalesEmail_Compose_DraftTitle';
import draftWithoutSubject from '@salesforce/label/c.SalesEmail_Compose_DraftWithoutSubject';
import emptyConfirm from '@salesforce/label/c.SalesEmail_Compose_EmptyConfirm';
import emptyText from '@salesforce/label/c.SalesEmail_Compose_EmptyText';
import emptyTitle from '@salesforce/label/c.SalesEmail_Compose_EmptyTitle';
import fieldsBlank from '@salesforce/label/c.SalesEmail_Compose_FieldsBlank';
import fieldsNoLink from '@salesforce/label/c.SalesEmail_Compose_FieldsNoLink';
import fieldsUnknown from '@salesforce/label/c.SalesEmail_Compose_FieldsUnknown';
import fieldsUnresolved from '@salesforce/label/c.SalesEmail_Compose_FieldsUnresolved';
import keepWriting from '@salesforce/label/c.SalesEmail_Compose_KeepWriting';
import keptHere from '@salesforce/label/c.SalesEmail_Compose_KeptHere';
import leavesAfter from '@salesforce/label/c.SalesEmail_Compose_LeavesAfter';
import leavesAt from '@salesforce/label/c.SalesEmail_Compose_LeavesAt';
import leavesAtOnce from '@salesforce/label/c.SalesEmail_Compose_LeavesAtOnce';
import leftOutPictures from '@salesforce/label/c.SalesEmail_Compose_LeftOutPictures';
import lostPictures from '@salesforce/label/c.SalesEmail_Compose_LostPictures';
import nameAndAddress from '@salesforce/label/c.SalesEmail_Compose_NameAndAddress';
import needsSubject from '@salesforce/label/c.SalesEmail_Compose_NeedsSubject';
import notSaved from '@salesforce/label/c.SalesEmail_Compose_NotSaved';
import optedOut from '@salesforce/label/c.SalesEmail_Compose_OptedOut';
import optOutUnknown from '@salesforce/label/c.SalesEmail_Compose_OptOutUnknown';
import backToWriting from '@salesforce/label/c.EmailPreview_Back';
import preview from '@salesforce/label/c.SalesEmail_Compose_Preview';
import problems from '@salesforce/label/c.SalesEmail_Compose_Problems';
import replaceConfirm from '@salesforce/label/c.SalesEmail_Compose_ReplaceConfirm';
import replaceText from '@salesforce/label/c.SalesEmail_Compose_ReplaceText';
import replaceTitle from '@salesforce/label/c.SalesEmail_Compose_ReplaceTitle';
import saved from '@salesforce/label/c.SalesEmail_Compose_Saved';
import saving from '@salesforce/label/c.SalesEmail_Compose_Saving';
import prompts from '@salesforce/label/c.SalesEmail_Compose_Prompts';
import quoteNotReadable from '@salesforce/label/c.SalesEmail_Compose_QuoteNotReadable';
import quoteTooLarge from '@salesforce/label/c.SalesEmail_Compose_QuoteTooLarge';
import removePictures from '@salesforce/label/c.SalesEmail_Compose_RemovePictures';
import queued from '@salesforce/label/c.SalesEmail_Compose_Queued';
import schedule from '@salesforce/label/c.SalesEmail_Compose_Schedule';
import scheduled from '@salesforce/label/c.SalesEmail_Compose_Scheduled';
import scheduleSend from '@salesforce/label/c.SalesEmail_Compose_ScheduleSend';
import send from '@salesforce/label/c.SalesEmail_Compose_Send';
import sending from '@salesforce/label/c.SalesEmail_Compose_Sending';
import templateUsed from '@salesforce/label/c.SalesEmail_Compose_TemplateUsed';
import title from '@salesforce/label/c.SalesEmail_Compose_Title';
import tooManyWait from '@salesforce/label/c.SalesEmail_Compose_TooManyWait';
import triedAgain from '@salesforce/label/c.SalesEmail_Compose_TriedAgain';
import unschedule from '@salesforce/label/c.SalesEmail_Compose_Unschedule';
import uploadConfirm from '@salesforce/label/c.Files_Attach_CloseConfirm';
import uploadText from '@salesforce/label/c.Files_Attach_CloseText';
import uploadTitle from '@salesforce/label/c.Files_Attach_CloseTitle';

import type { DraftStatus } from './draftKeeper';

export const labels = {
    backToWriting,
    badBcc,
    badCc,
    bcc,
    cameBack,
    cc,
    closeNoSubject,
    closeNotSaved,
    closeTitle,
    discard,
    discardConfirm,
    discardSaved,
    discardText,
    draftContinue,
    draftKeptHere,
    draftReplaces,
    draftSaved,
    draftStartOver,
    draftText,
    draftTitle,
    draftWithoutSubject,
    emptyConfirm,
    emptyText,
    emptyTitle,
    fieldsBlank,
    fieldsNoLink,
    fieldsUnknown,
    fieldsUnresolved,
    keepWriting,
    keptHere,
    leavesAfter,
    leavesAt,
    leavesAtOnce,
    leftOutPictures,
    lostPictures,
    mailboxMissing,
    nameAndAddress,
    needsSubject,
    optedOut,
    optOutUnknown,
    preview,
    problems,
    prompts,
    queued,
    quoteNotReadable,
    quoteTooLarge,
    removePictures,
    replaceConfirm,
    replaceText,
    replaceTitle,
    schedule,
    scheduled,
    scheduleSend,
    send,
    sending,
    templateUsed,
    title,
    tooManyWait,
    triedAgain,
    unschedule,
    uploadConfirm,
    uploadText,
    uploadTitle
};

export const draftStatusWords: Record<DraftStatus, string> = { idle: '', saving, saved, failed: notSaved };
