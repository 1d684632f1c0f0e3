using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Flowstate.Contacts.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        // What stands there is folded by the database's own rules, which know Latin letters: a name in another script is
        // found in its own script and not yet in Latin letters, until it is written again. Nobody changed these people, so no trigger is to say so.
        private const string Words = """
            create text search configuration contacts.notes (copy = pg_catalog.simple);
            alter text search configuration contacts.notes
              alter mapping for word, hword, hword_part with unaccent, pg_catalog.simple;
            alter table contacts.contacts
              add notes_words tsvector generated always as (to_tsvector('contacts.notes', notes)) stored;
            drop index contacts.ix_contacts_search_text;
            create index ix_contacts_search on contacts.contacts
              using gin (workspace_id, owner_id, search_text gin_trgm_ops, notes_words);
            -- As its owner, whom alone the server lets do it.
            create function contacts.tidy_search() returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
              select gin_clean_pending_list('contacts.ix_contacts_search') $$;
            alter table contacts.contacts disable trigger user;
            update contacts.contacts c set search_text =
              (select string_agg(' ' || lower(unaccent(word)) || E'\n', '' order by at)
               from unnest(array[c.name, c.organisation, c.title, c.handles_instagram, c.handles_messenger, c.handles_whatsapp,
                 c.handles_linkedin]) with ordinality w(word, at) where word <> '')
              || coalesce((select string_agg(' ' || lower(coalesce(normalised, value)) || E'\n', '' order by kind, position)
                 from contacts.contact_points p where p.workspace_id = c.workspace_id and p.contact_id = c.id), '')
              || coalesce((select string_agg(E'\t ' || lower(unaccent(tag)) || E'\n', '') from unnest(c.tags) tag), '');
            alter table contacts.contacts enable trigger user;
            """;

        private const string NoWords = """
            alter table contacts.contacts drop column notes_words;
            drop text search configuration contacts.notes;
            drop function contacts.tidy_search;
            create index ix_contacts_search_text on contacts.contacts using gin (search_text gin_trgm_ops)
              with (gin_pending_list_limit = 64);
            """;

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,");
            migrationBuilder.Sql(Words);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(NoWords);
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:btree_gin", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .OldAnnotation("Npgsql:PostgresExtension:unaccent", ",,");
        }
    }
}
