using System.Text.RegularExpressions;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Adds tags to contacts, or takes them away. The undo takes back what the change did to each and leaves other tags as they
/// are, whoever wrote them since.
/// </summary>
internal static class ChangeTags
{
    private const string Full = "It would have too many tags.";

    private const string Sql = $"""
        {BulkStep.Met}
        , had as (
          select m.*, case when @undo then array(select jsonb_array_elements_text(m.before -> 'tags')) else m.tags end as old
          from met m
        ), after as (
          select h.*, case
            when @untag then array(select t from unnest(h.old) with ordinality u(t, at) where t <> all(@tags) order by at)
            else h.old || array(select t from unnest(@tags) with ordinality u(t, at) where t <> all(h.old) order by at)
          end as changed
          from had h
        ), meant as (
          select a.*, case
            when not @undo then changed
            when tags = changed then old
            when @untag then tags || array(select t from unnest(old) with ordinality u(t, at)
              where t = any(@tags) and t <> all(tags) order by at)
            else array(select t from unnest(tags) with ordinality u(t, at)
              where t <> all(@tags) or t = any(old) order by at)
          end as wanted
          from after a
        ), judged as materialized (
          select position, contact_id, wanted,
            case when not here then @no
              when wanted = tags then @same
              when cardinality(wanted) > @most then @no
              else @yes end as outcome,
            case when not here then @gone
              when wanted = tags then case when @undo then @since end
              when cardinality(wanted) > @most then @full end as reason,
            case when not @undo then jsonb_build_object('tags', tags) end as note
          from meant
        ), written as (
          update contacts.contacts c set tags = j.wanted, version = c.version + 1, updated_at = @now,
            search_text = regexp_replace(c.search_text, @known, '', 'g') || coalesce((
              select string_agg(line, '' order by at) from unnest(@tags, @lines) with ordinality u(tag, line, at)
              where tag = any(j.wanted)), '')
          from judged j where c.workspace_id = @ws and c.id = j.contact_id and j.outcome = @yes
        )
        {BulkStep.Advanced}
        {BulkStep.Noted}
        """;

    public static async Task<IReadOnlyList<BulkOutcome>> Run(BulkStep step, CancellationToken ct)
    {
        var undo = step.IsUndo;
        var lines = step.Change.Tags.Select(SearchText.TagLine).ToArray();
        var judged = await step.Judge(
            Sql,
            ct,
            ("tags", step.Change.Tags.ToArray()),
            ("lines", lines),
            ("known", string.Join('|', lines.Select(Regex.Escape))),
            ("untag", step.Change.Action == BulkAction.Untag),
            ("most", ContactLimits.Tags),
            ("yes", undo ? "undone" : "changed"),
            ("no", undo ? "kept" : "refused"),
            ("same", undo ? "kept" : "unchanged"),
            ("gone", BulkStep.Gone),
            ("since", BulkStep.ChangedSince),
            ("full", Full)
        );
        await step.TellUpdated(judged, ct);
        return BulkStep.Outcomes(judged);
    }
}
