using Flowstate.Abstractions;

namespace Flowstate.Contacts.Persistence;

internal static class ManyFacts
{
    private const int InAnEvent = 500;

    /// <summary>Tells what became of many contacts in as few events as hold it: at most 500 in each.</summary>
    public static void RaiseMany<TFact>(
        this ContactsDbContext db,
        IEnumerable<TFact> facts,
        Func<TFact[], IIntegrationEvent> tell
    )
    {
        foreach (var batch in facts.Chunk(InAnEvent))
        {
            db.Raise(tell(batch));
        }
    }
}
