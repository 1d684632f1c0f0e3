using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>What a member looks at again and again: a filter over contacts, how they are sorted, which columns are shown.</summary>
/// <param name="Filter">The tree as JSON; null where nothing is filtered.</param>
/// <param name="Sort">A code of the list's sorts; <c>-created</c> is newest first.</param>
internal sealed record ViewDraft(string Name, bool Shared, string? Filter, string Sort, IReadOnlyList<string> Columns);

/// <summary>A view, its maker's own or shared with the workspace.</summary>
internal sealed class SavedView : Entity
{
    /// <summary>How many a member may have.</summary>
    public const int Most = 100;

    private SavedView() { }

    /// <summary>Who made it.</summary>
    public Guid OwnerId { get; private set; }

    public string Name { get; private set; } = "";

    public bool Shared { get; private set; }

    public string? Filter { get; private set; }

    public string Sort { get; private set; } = "";

    public List<string> Columns { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public static SavedView Make(Guid ownerId, ViewDraft draft, DateTimeOffset now)
    {
        var view = new SavedView
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = ownerId,
            CreatedAt = now,
        };
        view.Take(draft);
        return view;
    }

    public void Change(ViewDraft draft)
    {
        Take(draft);
        Touch();
    }

    private void Take(ViewDraft draft) =>
        (Name, Shared, Filter, Sort, Columns) = (
            draft.Name,
            draft.Shared,
            draft.Filter,
            draft.Sort,
            [.. draft.Columns]
        );
}
