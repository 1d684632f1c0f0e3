using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class Invariants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddCheckConstraint(
                name: "ck_touches_channel",
                schema: "contacts",
                table: "touches",
                sql: "channel in ('call', 'whatsapp', 'sms', 'email', 'dm', 'meeting', 'note', 'other')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_touches_direction",
                schema: "contacts",
                table: "touches",
                sql: "direction in ('out', 'in')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_touches_outcome",
                schema: "contacts",
                table: "touches",
                sql: "outcome in ('reached', 'noAnswer', 'noThanks')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_stage_moves_from_stage",
                schema: "contacts",
                table: "stage_moves",
                sql: "from_stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_stage_moves_to_stage",
                schema: "contacts",
                table: "stage_moves",
                sql: "to_stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_stage_counters_stage",
                schema: "contacts",
                table: "stage_counters",
                sql: "stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_move_counters_from_stage",
                schema: "contacts",
                table: "move_counters",
                sql: "from_stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_move_counters_to_stage",
                schema: "contacts",
                table: "move_counters",
                sql: "to_stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_merges_two",
                schema: "contacts",
                table: "merges",
                sql: "kept_id <> merged_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_imports_existing",
                schema: "contacts",
                table: "imports",
                sql: "existing in ('fill', 'overwrite', 'leave')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_imports_kind",
                schema: "contacts",
                table: "imports",
                sql: "kind in ('vcard', 'csv')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_imports_stage",
                schema: "contacts",
                table: "imports",
                sql: "stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_imports_state",
                schema: "contacts",
                table: "imports",
                sql: "state in ('mapping', 'checking', 'checked', 'queued', 'running', 'done', 'failed', 'undoing', 'undone')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_import_rows_outcome",
                schema: "contacts",
                table: "import_rows",
                sql: "outcome in ('created', 'updated', 'duplicate', 'refused')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_follow_ups_closed",
                schema: "contacts",
                table: "follow_ups",
                sql: "(status = 'open') = (closed_at is null)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_follow_ups_escalation",
                schema: "contacts",
                table: "follow_ups",
                sql: "escalation between 0 and 3");

            migrationBuilder.AddCheckConstraint(
                name: "ck_follow_ups_kind",
                schema: "contacts",
                table: "follow_ups",
                sql: "kind in ('manual', 'videoCheckIn', 'rebook', 'checkIn30', 'noThanks', 'reconnect')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_follow_ups_repeat_every_days",
                schema: "contacts",
                table: "follow_ups",
                sql: "repeat_every_days > 0");

            migrationBuilder.AddCheckConstraint(
                name: "ck_follow_ups_status",
                schema: "contacts",
                table: "follow_ups",
                sql: "status in ('open', 'done', 'cancelled')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_facts_type",
                schema: "contacts",
                table: "facts",
                sql: "type in ('DM_STARTED', 'INVITE_SENT', 'VIDEO_SENT', 'MEETING_BOOKED', 'MEETING_HELD', 'NO_SHOW', 'FOLLOW_UP_DONE', 'LEAD_QUALIFIED', 'JOINED_TEAM', 'PURCHASED', 'UNSUBSCRIBED')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_fact_receipts_type",
                schema: "contacts",
                table: "fact_receipts",
                sql: "type in ('DM_STARTED', 'INVITE_SENT', 'VIDEO_SENT', 'MEETING_BOOKED', 'MEETING_HELD', 'NO_SHOW', 'FOLLOW_UP_DONE', 'LEAD_QUALIFIED', 'JOINED_TEAM', 'PURCHASED', 'UNSUBSCRIBED')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_duplicate_pairs_order",
                schema: "contacts",
                table: "duplicate_pairs",
                sql: "left_id < right_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_custom_fields_kind",
                schema: "contacts",
                table: "custom_fields",
                sql: "kind in ('text', 'number', 'date', 'choice', 'multiChoice', 'yesNo', 'url')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_returns_to",
                schema: "contacts",
                table: "contacts",
                sql: "returns_to in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_stage",
                schema: "contacts",
                table: "contacts",
                sql: "stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_tags",
                schema: "contacts",
                table: "contacts",
                sql: "cardinality(tags) <= 50");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_warmth",
                schema: "contacts",
                table: "contacts",
                sql: "warmth between 0 and 5");


            migrationBuilder.AddCheckConstraint(
                name: "ck_contact_rhythms_no_thanks_rung",
                schema: "contacts",
                table: "contact_rhythms",
                sql: "no_thanks_rung between 0 and 5");

            migrationBuilder.AddCheckConstraint(
                name: "ck_contact_points_kind",
                schema: "contacts",
                table: "contact_points",
                sql: "kind in ('email', 'phone')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bulk_rows_outcome",
                schema: "contacts",
                table: "bulk_rows",
                sql: "outcome in ('waiting', 'changed', 'unchanged', 'refused', 'undone', 'kept')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bulk_changes_action",
                schema: "contacts",
                table: "bulk_changes",
                sql: "action in ('tag', 'untag', 'assign', 'move', 'delete')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bulk_changes_state",
                schema: "contacts",
                table: "bulk_changes",
                sql: "state in ('queued', 'running', 'done', 'failed', 'undoing', 'undone')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_bulk_changes_to_stage",
                schema: "contacts",
                table: "bulk_changes",
                sql: "to_stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp', 'signedUp', 'notNow', 'nurture')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_touches_channel",
                schema: "contacts",
                table: "touches");

            migrationBuilder.DropCheckConstraint(
                name: "ck_touches_direction",
                schema: "contacts",
                table: "touches");

            migrationBuilder.DropCheckConstraint(
                name: "ck_touches_outcome",
                schema: "contacts",
                table: "touches");

            migrationBuilder.DropCheckConstraint(
                name: "ck_stage_moves_from_stage",
                schema: "contacts",
                table: "stage_moves");

            migrationBuilder.DropCheckConstraint(
                name: "ck_stage_moves_to_stage",
                schema: "contacts",
                table: "stage_moves");

            migrationBuilder.DropCheckConstraint(
                name: "ck_stage_counters_stage",
                schema: "contacts",
                table: "stage_counters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_move_counters_from_stage",
                schema: "contacts",
                table: "move_counters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_move_counters_to_stage",
                schema: "contacts",
                table: "move_counters");

            migrationBuilder.DropCheckConstraint(
                name: "ck_merges_two",
                schema: "contacts",
                table: "merges");

            migrationBuilder.DropCheckConstraint(
                name: "ck_imports_existing",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_imports_kind",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_imports_stage",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_imports_state",
                schema: "contacts",
                table: "imports");

            migrationBuilder.DropCheckConstraint(
                name: "ck_import_rows_outcome",
                schema: "contacts",
                table: "import_rows");

            migrationBuilder.DropCheckConstraint(
                name: "ck_follow_ups_closed",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_follow_ups_escalation",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_follow_ups_kind",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_follow_ups_repeat_every_days",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_follow_ups_status",
                schema: "contacts",
                table: "follow_ups");

            migrationBuilder.DropCheckConstraint(
                name: "ck_facts_type",
                schema: "contacts",
                table: "facts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_fact_receipts_type",
                schema: "contacts",
                table: "fact_receipts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_duplicate_pairs_order",
                schema: "contacts",
                table: "duplicate_pairs");

            migrationBuilder.DropCheckConstraint(
                name: "ck_custom_fields_kind",
                schema: "contacts",
                table: "custom_fields");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_returns_to",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_stage",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_tags",
                schema: "contacts",
                table: "contacts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_warmth",
                schema: "contacts",
                table: "contacts");


            migrationBuilder.DropCheckConstraint(
                name: "ck_contact_rhythms_no_thanks_rung",
                schema: "contacts",
                table: "contact_rhythms");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contact_points_kind",
                schema: "contacts",
                table: "contact_points");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bulk_rows_outcome",
                schema: "contacts",
                table: "bulk_rows");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bulk_changes_action",
                schema: "contacts",
                table: "bulk_changes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bulk_changes_state",
                schema: "contacts",
                table: "bulk_changes");

            migrationBuilder.DropCheckConstraint(
                name: "ck_bulk_changes_to_stage",
                schema: "contacts",
                table: "bulk_changes");
        }
    }
}
