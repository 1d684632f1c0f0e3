using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Persistence;

/// <summary>Where contacts are looked for by their text; found by index behind row-level security too.</summary>
internal static class ContactSearch
{
    public const string View = "contacts.contacts_search";

    /// <summary>For who gives the owner, by whom the index finds more cheaply than by the workspace.</summary>
    public const string OwnView = "contacts.contacts_own_search";

    public static readonly IReadOnlyList<SearchView> Views =
    [
        new("contacts_search", "contacts", Columns),
        new("contacts_own_search", "contacts", Columns, Narrowed: true),
    ];

    private static IReadOnlyList<string> Columns =>
        [
            "id",
            "name",
            "first_name",
            "last_name",
            "organisation",
            "primary_email",
            "primary_phone",
            "stage",
            "stage_entered_at",
            "warmth",
            "tags",
            "created_at",
            "owner_id",
            "deleted_at",
            "search_text",
            "notes_words",
            "version",
            "qualification_why",
            "qualification_desired_outcome",
            "qualification_timeline",
            "qualification_decision_maker",
            "handles_instagram",
            "handles_messenger",
            "handles_whatsapp",
        ];
}
