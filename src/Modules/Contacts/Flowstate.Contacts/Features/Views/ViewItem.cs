using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Views;

/// <summary>A saved view as it is told. <paramref name="MayChange"/>: it is the reader's own, or shared and theirs to tidy.</summary>
/// <param name="Filter">The tree as <c>GET /contacts?filter=</c> takes it; null where nothing is filtered.</param>
internal sealed record ViewItem(
    Guid Id,
    long Version,
    string Name,
    bool Shared,
    bool Mine,
    bool MayChange,
    JsonElement? Filter,
    string Sort,
    IReadOnlyList<string> Columns
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.view-not-found",
        "There is no such view. It may have been deleted."
    );

    public static readonly Error TooMany = new(
        ErrorKind.Conflict,
        "contacts.too-many-views",
        $"You have {SavedView.Most} views, which is as many as fit. Delete one first."
    );

    public static readonly Error NotYours = new(
        ErrorKind.Forbidden,
        "contacts.view-not-yours",
        "A shared view is changed by whoever made it, and by owners and admins."
    );

    public static ViewItem Of(SavedView view, CurrentUser reader) =>
        new(
            view.Id,
            view.Version,
            view.Name,
            view.Shared,
            view.OwnerId == reader.MemberId,
            IsTheirs(view, reader),
            view.Filter is null ? null : JsonSerializer.Deserialize<JsonElement>(view.Filter),
            view.Sort,
            view.Columns
        );

    /// <summary>The same rule for showing a button and for letting through.</summary>
    public static bool IsTheirs(SavedView view, CurrentUser member) =>
        view.OwnerId == member.MemberId || (view.Shared && member.SeesWholeWorkspace);
}
