using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <summary>
    /// Keeps contacts.stage_counters equal to count(*) of living contacts: one trigger run per statement, so that an
    /// import of a batch costs one update per owner and stage, not one per row.
    /// </summary>
    public partial class StageCounting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In a fixed order, or two statements that touch the same counters could wait for each other.
            migrationBuilder.Sql(
                """
                create function contacts.count_stages() returns trigger language plpgsql as $$
                begin
                  if tg_op = 'INSERT' then
                    insert into contacts.stage_counters as c (workspace_id, owner_id, stage, count)
                    select workspace_id, owner_id, stage, count(*) from added where deleted_at is null
                    group by 1, 2, 3 order by 1, 2, 3
                    on conflict (workspace_id, owner_id, stage) do update set count = c.count + excluded.count;
                  elsif tg_op = 'UPDATE' then
                    insert into contacts.stage_counters as c (workspace_id, owner_id, stage, count)
                    select workspace_id, owner_id, stage, sum(n) from (
                      select workspace_id, owner_id, stage, 1 as n from added where deleted_at is null
                      union all
                      select workspace_id, owner_id, stage, -1 from removed where deleted_at is null
                    ) changes
                    group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3
                    on conflict (workspace_id, owner_id, stage) do update set count = c.count + excluded.count;
                  else
                    insert into contacts.stage_counters as c (workspace_id, owner_id, stage, count)
                    select workspace_id, owner_id, stage, -count(*) from removed where deleted_at is null
                    group by 1, 2, 3 order by 1, 2, 3
                    on conflict (workspace_id, owner_id, stage) do update set count = c.count + excluded.count;
                  end if;
                  return null;
                end $$;

                create trigger count_stages_insert after insert on contacts.contacts
                  referencing new table as added for each statement execute function contacts.count_stages();
                create trigger count_stages_update after update on contacts.contacts
                  referencing old table as removed new table as added
                  for each statement execute function contacts.count_stages();
                create trigger count_stages_delete after delete on contacts.contacts
                  referencing old table as removed for each statement execute function contacts.count_stages();

                -- Room on the page, so that a touch updates the row in place and no index is written.
                alter table contacts.contact_rhythms set (fillfactor = 80);
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                drop function contacts.count_stages() cascade;
                alter table contacts.contact_rhythms reset (fillfactor);
                """
            );
        }
    }
}
