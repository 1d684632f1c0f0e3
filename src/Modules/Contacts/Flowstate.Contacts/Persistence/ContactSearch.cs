using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Persistence;

/// <summary>Where contacts are looked for by their text; found by index behind row-level security too.</summary>
internal static class ContactSearch
{
    public const string View = "contacts.contacts_search";

    public static readonly SearchView Columns = new(
        "contacts_search",
        "contacts",
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
        ]
    );
}
