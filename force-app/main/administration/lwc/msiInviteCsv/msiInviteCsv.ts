import LightningModal from 'lightning/modal';

import admin from '@salesforce/label/c.Users_Role_Admin';
import cancel from '@salesforce/label/c.Shared_Cancel';
import columnEmail from '@salesforce/label/c.Users_Csv_ColumnEmail';
import columnLine from '@salesforce/label/c.Users_Csv_ColumnLine';
import columnRole from '@salesforce/label/c.Users_Invite_Role';
import columnTeams from '@salesforce/label/c.Users_Csv_ColumnTeams';
import emailColumn from '@salesforce/label/c.Users_Csv_EmailColumn';
import file from '@salesforce/label/c.Users_Csv_File';
import help from '@salesforce/label/c.Users_Csv_Help';
import line from '@salesforce/label/c.Users_Csv_Line';
import more from '@salesforce/label/c.Users_Csv_More';
import next from '@salesforce/label/c.Users_Invite_Next';
import noAddress from '@salesforce/label/c.Users_Csv_NoAddress';
import noRole from '@salesforce/label/c.Users_Csv_NoRole';
import noTeam from '@salesforce/label/c.Users_Csv_NoTeam';
import notAnAddress from '@salesforce/label/c.Users_Outcome_NotAnAddress';
import preview from '@salesforce/label/c.Users_Csv_Preview';
import problemsHeading from '@salesforce/label/c.Users_Csv_Problems';
import reading from '@salesforce/label/c.Users_Csv_Reading';
import rep from '@salesforce/label/c.Users_Role_Rep';
import repeated from '@salesforce/label/c.Users_Check_Repeated';
import roleColumn from '@salesforce/label/c.Users_Csv_RoleColumn';
import summary from '@salesforce/label/c.Users_Csv_Summary';
import teamColumn from '@salesforce/label/c.Users_Csv_TeamColumn';
import title from '@salesforce/label/c.Users_InviteCsv';
import tooLarge from '@salesforce/label/c.Users_Csv_TooLarge';
import tooMany from '@salesforce/label/c.Users_Csv_TooMany';
import unknownRole from '@salesforce/label/c.Users_Csv_UnknownRole';
import unknownTeam from '@salesforce/label/c.Users_Csv_UnknownTeam';
import unnamed from '@salesforce/label/c.Users_Csv_Unnamed';

import { formatLabel, formatPlural } from 'c/labels';
import type { InvitedPeople } from 'c/msiInvite';
import { callServer } from 'c/serverApi';
import type { InvitationCsv, InvitationFile, Team, TeamList } from 'service';

type Row = InvitationCsv['rows'][number];

/** What the service takes is 512 KB of JSON, in which a line break has two characters. */
const LARGEST_FILE = 400_000;
const SHOWN_ROWS = 10;
/** The value of the choice "no column". */
const NONE = 'none';

const PROBLEMS: Record<NonNullable<Row['problem']>, string> = {
    no_address: noAddress,
    not_an_address: notAnAddress,
    repeated,
    unknown_role: unknownRole,
    unknown_team: unknownTeam,
    too_many: tooMany
};

/** Reads people from a CSV file: shows which columns are used and which rows cannot be (AD-1). Closes with whom to invite. */
export default class MsiInviteCsv extends LightningModal {
    labels = {
        cancel,
        columnEmail,
        columnLine,
        columnRole,
        columnTeams,
        emailColumn,
        file,
        help,
        next,
        preview,
        roleColumn,
        teamColumn,
        title
    };
    csv = '';
    file: InvitationCsv | undefined;
    teams: Team[] = [];
    isBusy = false;
    statusText = '';
    error: unknown;

    get columnOptions() {
        return (this.file?.columns ?? []).map(({ name, samples }, column) => {
            const heading = name ?? formatLabel(unnamed, column + 1);
            const sample = samples.find(Boolean);
            return { value: String(column), label: sample ? `${heading} (${sample})` : heading };
        });
    }

    get emailOptions() {
        return this.columnOptions;
    }

    get roleOptions() {
        return [{ value: NONE, label: noRole }, ...this.columnOptions];
    }

    get emailValue() {
        return String(this.file?.emailColumn ?? 0);
    }

    get roleValue() {
        return valueOf(this.file?.roleColumn);
    }

    get teamOptions() {
        return [{ value: NONE, label: noTeam }, ...this.columnOptions];
    }

    get teamValue() {
        return valueOf(this.file?.teamColumn);
    }

    get showsTeams() {
        return this.good.some(({ teamIds }) => teamIds.length > 0);
    }

    get good() {
        return (this.file?.rows ?? []).filter(({ problem }) => !problem);
    }

    get people() {
        const names = new Map(this.teams.map(({ id, name }) => [id, name]));
        return this.good.slice(0, SHOWN_ROWS).map((row) => ({
            ...row,
            teamsText: row.teamIds.map((id) => names.get(id)).join(' | '),
            lineNumber: formatLabel('{0}', row.line),
            roleText: row.role === 'admin' ? admin : rep
        }));
    }

    get problems() {
        return (this.file?.rows ?? []).flatMap((row) =>
            row.problem ? [{ ...row, lineText: formatLabel(line, row.line), text: PROBLEMS[row.problem] }] : []
        );
    }

    get hasPeople() {
        return this.good.length > 0;
    }

    get hasProblems() {
        return this.problems.length > 0;
    }

    get summaryText() {
        return formatPlural(summary, this.good.length);
    }

    get problemsText() {
        return formatPlural(problemsHeading, this.problems.length);
    }

    get moreText() {
        const left = this.good.length - SHOWN_ROWS;
        return left > 0 ? formatPlural(more, left) : '';
    }

    get cannotGoOn() {
        return this.isBusy || !this.hasPeople;
    }

    async handleFileChange(event: CustomEvent<{ files: FileList }>) {
        const [chosen] = event.detail.files;
        if (!chosen) return;
        this.file = undefined;
        this.error = undefined;
        if (chosen.size > LARGEST_FILE) {
            this.statusText = tooLarge;
            return;
        }
        this.csv = await chosen.text();
        await this.read();
    }

    async handleColumnChange(event: CustomEvent<{ value: string }> & { currentTarget: HTMLElement }) {
        const { name } = event.currentTarget.dataset;
        const chosen = (column: string, value: string) => (name === column ? event.detail.value : value);
        await this.read({
            emailColumn: Number(chosen('email', this.emailValue)),
            roleColumn: columnOf(chosen('role', this.roleValue)),
            teamColumn: columnOf(chosen('team', this.teamValue))
        });
    }

    handleCancelClick() {
        this.close();
    }

    handleNextClick() {
        if (this.cannotGoOn) return;
        const admins = this.good.filter(({ role }) => role === 'admin').map(({ email }) => email);
        const ids = new Set(this.good.flatMap(({ teamIds }) => teamIds));
        const teams = [...ids].map((id) => ({
            id,
            emails: this.good.filter(({ teamIds }) => teamIds.includes(id)).map(({ email }) => email)
        }));
        const people: InvitedPeople = { emails: this.good.map(({ email }) => email), admins, teams };
        this.close(people);
    }

    async read(columns: Partial<InvitationFile> = {}) {
        this.isBusy = true;
        this.error = undefined;
        this.statusText = reading;
        try {
            const body: InvitationFile = { csv: this.csv, ...columns };
            const [read, { teams }] = await Promise.all([
                callServer<InvitationCsv>('POST', '/users/invitations/csv', body),
                callServer<TeamList>('GET', '/teams')
            ]);
            this.file = read;
            this.teams = teams;
        } catch (error) {
            this.file = undefined;
            this.error = error;
        } finally {
            this.isBusy = false;
            this.statusText = '';
        }
    }
}

function valueOf(column: number | null | undefined): string {
    return column === null || column === undefined ? NONE : String(column);
}

function columnOf(value: string): number | null {
    return value === NONE ? null : Number(value);
}
