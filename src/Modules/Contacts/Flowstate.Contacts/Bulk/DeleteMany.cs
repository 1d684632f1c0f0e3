using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Bulk;

/// <summary>Puts contacts away; when, is how the undo knows that it was this change that did so.</summary>
internal static class DeleteMany
{
    private const string Sql = $"""
        {BulkStep.Met}
        , judged as materialized (
          select position, contact_id, case when here then 'changed' else 'refused' end as outcome,
            case when not here then @gone end as reason, jsonb_build_object('deletedAt', @now) as note
          from met
        )
        {BulkStep.Noted}
        """;

    public static async Task<IReadOnlyList<BulkOutcome>> Run(BulkStep step, CancellationToken ct)
    {
        var judged = await step.Judge(Sql, ct, ("gone", BulkStep.Gone));
        await step.Db.Delete(BulkStep.Written(judged), step.Stamp, ct);
        return BulkStep.Outcomes(judged);
    }
}
