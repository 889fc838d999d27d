import account from '@salesforce/label/c.DynamicField_Group_Account';
import company from '@salesforce/label/c.DynamicField_Company';
import companyFriendly from '@salesforce/label/c.DynamicField_CompanyFriendly';
import contact from '@salesforce/label/c.DynamicField_Group_Contact';
import email from '@salesforce/label/c.DynamicField_Email';
import firstName from '@salesforce/label/c.DynamicField_FirstName';
import fullName from '@salesforce/label/c.DynamicField_FullName';
import lastName from '@salesforce/label/c.DynamicField_LastName';
import lead from '@salesforce/label/c.DynamicField_Group_Lead';
import myEmail from '@salesforce/label/c.DynamicField_MyEmail';
import myFirstName from '@salesforce/label/c.DynamicField_MyFirstName';
import myName from '@salesforce/label/c.DynamicField_MyName';
import myPhone from '@salesforce/label/c.DynamicField_MyPhone';
import mySignature from '@salesforce/label/c.DynamicField_MySignature';
import myTitle from '@salesforce/label/c.DynamicField_MyTitle';
import opportunity from '@salesforce/label/c.DynamicField_Group_Opportunity';
import person from '@salesforce/label/c.DynamicField_Group_Person';
import phone from '@salesforce/label/c.DynamicField_Phone';
import sender from '@salesforce/label/c.DynamicField_Group_Sender';
import title from '@salesforce/label/c.DynamicField_Title';
import website from '@salesforce/label/c.DynamicField_Website';

import type { DynamicFieldList } from 'service';

export const groupWords: Record<DynamicFieldList['groups'][number]['group'], string> = {
    person,
    sender,
    lead,
    contact,
    account,
    opportunity
};

/** Of the fields that are not Salesforce's own, by their names. */
export const fieldWords: Partial<Record<string, string>> = {
    first_name: firstName,
    last_name: lastName,
    full_name: fullName,
    title,
    company,
    company_friendly: companyFriendly,
    personal_email: email,
    phone,
    work_website: website,
    my_name: myName,
    my_first_name: myFirstName,
    my_email: myEmail,
    my_title: myTitle,
    my_phone: myPhone,
    my_signature: mySignature
};
