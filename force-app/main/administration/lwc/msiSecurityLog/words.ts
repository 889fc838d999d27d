import administratorSignIn from '@salesforce/label/c.Settings_Log_AdministratorSignIn';
import certificateRevoked from '@salesforce/label/c.Settings_Log_CertificateRevoked';
import certificateUploaded from '@salesforce/label/c.Settings_Log_CertificateUploaded';
import clientChanged from '@salesforce/label/c.Settings_Log_ClientChanged';
import fontChanged from '@salesforce/label/c.Settings_Log_FontChanged';
import grantsEnded from '@salesforce/label/c.Settings_Log_GrantsEnded';
import optOutChanged from '@salesforce/label/c.Settings_Log_OptOutChanged';
import orgRegistered from '@salesforce/label/c.Settings_Log_OrgRegistered';
import originChanged from '@salesforce/label/c.Settings_Log_OriginChanged';
import policyChanged from '@salesforce/label/c.Settings_Log_PolicyChanged';
import reason from '@salesforce/label/c.Settings_Log_Reason';
import reasonInUse from '@salesforce/label/c.Settings_Log_ReasonInUse';
import reasonLast from '@salesforce/label/c.Settings_Log_ReasonLast';
import reasonNoAdmin from '@salesforce/label/c.Settings_Log_ReasonNoAdmin';
import reasonNoAdministrator from '@salesforce/label/c.Settings_Log_ReasonNoAdministrator';
import reasonProof from '@salesforce/label/c.Settings_Log_ReasonProof';
import reasonRevoked from '@salesforce/label/c.Settings_Log_ReasonRevoked';
import allowUnknown from '@salesforce/label/c.Settings_OptOut_Allow';
import refuseUnknown from '@salesforce/label/c.Settings_OptOut_Refuse';
import seeAll from '@salesforce/label/c.Settings_Visibility_All';
import seeNothing from '@salesforce/label/c.Settings_Visibility_Nothing';
import seeState from '@salesforce/label/c.Settings_Visibility_State';
import roleChanged from '@salesforce/label/c.Settings_Log_RoleChanged';
import signIn from '@salesforce/label/c.Settings_Log_SignIn';
import smtpChanged from '@salesforce/label/c.Settings_Log_SmtpChanged';
import stopLifted from '@salesforce/label/c.Settings_Log_StopLifted';
import stopPressed from '@salesforce/label/c.Settings_Log_StopPressed';
import teamCreated from '@salesforce/label/c.Settings_Log_TeamCreated';
import teamDeleted from '@salesforce/label/c.Settings_Log_TeamDeleted';
import teamMemberAdded from '@salesforce/label/c.Settings_Log_TeamMemberAdded';
import teamMemberRemoved from '@salesforce/label/c.Settings_Log_TeamMemberRemoved';
import teamRenamed from '@salesforce/label/c.Settings_Log_TeamRenamed';
import templateSharingChanged from '@salesforce/label/c.Settings_Log_TemplateSharingChanged';
import tokenRefused from '@salesforce/label/c.Settings_Log_TokenRefused';
import tokenReplayed from '@salesforce/label/c.Settings_Log_TokenReplayed';
import userActivated from '@salesforce/label/c.Settings_Log_UserActivated';
import userDeactivated from '@salesforce/label/c.Settings_Log_UserDeactivated';
import userInvited from '@salesforce/label/c.Settings_Log_UserInvited';
import userReactivated from '@salesforce/label/c.Settings_Log_UserReactivated';
import visibilityChanged from '@salesforce/label/c.Settings_Log_VisibilityChanged';
import welcomeLetterChanged from '@salesforce/label/c.Settings_Log_WelcomeLetterChanged';

import { formatLabel } from 'c/labels';
import type { ErrorCode, SecurityEvent } from 'service';

/** Every kind that the service keeps, in words. A kind without words does not compile. */
export const KINDS: Record<SecurityEvent['kind'], string> = {
    org_registered: orgRegistered,
    administrator_sign_in: administratorSignIn,
    panel_token_refused: tokenRefused,
    panel_token_replayed: tokenReplayed,
    sign_in_refused: signIn,
    user_activated: userActivated,
    user_invited: userInvited,
    role_changed: roleChanged,
    user_deactivated: userDeactivated,
    user_reactivated: userReactivated,
    team_created: teamCreated,
    team_renamed: teamRenamed,
    team_deleted: teamDeleted,
    team_member_added: teamMemberAdded,
    team_member_removed: teamMemberRemoved,
    grants_ended: grantsEnded,
    certificate_uploaded: certificateUploaded,
    certificate_revoked: certificateRevoked,
    lightning_origin_changed: originChanged,
    team_smtp_changed: smtpChanged,
    oauth_client_changed: clientChanged,
    mailbox_policy_changed: policyChanged,
    opt_out_policy_changed: optOutChanged,
    email_visibility_changed: visibilityChanged,
    email_font_changed: fontChanged,
    welcome_letter_changed: welcomeLetterChanged,
    template_sharing_changed: templateSharingChanged,
    kill_switch_pressed: stopPressed,
    kill_switch_lifted: stopLifted
};

const REASONS: Partial<Record<ErrorCode, string>> = {
    administrator_proof_needed: reasonProof,
    certificates_in_use: reasonInUse,
    certificate_revoked: reasonRevoked,
    last_certificate: reasonLast,
    salesforce_admins_only: reasonNoAdministrator,
    org_registered: reasonNoAdmin
};

/** Why something was refused; a code for which there are no words yet stands as it is. */
export function reasonText(code: string): string {
    return REASONS[code as ErrorCode] ?? formatLabel(reason, code);
}

/** The choices of the rules that an admin changes, in the words of their pages. */
const CHOICES: Partial<Record<SecurityEvent['kind'], Record<string, string>>> = {
    opt_out_policy_changed: { allow: allowUnknown, refuse: refuseUnknown },
    email_visibility_changed: { everything: seeAll, subject_and_state: seeState, nothing: seeNothing }
};

/** What something was done to; a rule in the words of its page. */
export function aboutText({ kind, about }: SecurityEvent): string | null {
    return about && (CHOICES[kind]?.[about] ?? about);
}
