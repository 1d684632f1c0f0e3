using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Hooks;
using Flowstate.Contacts.Merging;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts;

/// <summary>Contacts, their pipeline, touches, facts, follow-ups, cadence and imports.</summary>
public sealed class ContactsModule : IModule
{
    public const string Read = "contacts.read";
    public const string Write = "contacts.write";
    public const string Import = "contacts.import";
    public const string ForceMove = "contacts.force-move";
    public const string Replay = "contacts.replay";
    public const string Assign = "contacts.assign";
    public const string Team = "contacts.team";
    public const string Export = "contacts.export";
    public const string Fields = "contacts.fields";
    public const string Sensitive = "contacts.sensitive";
    public const string Erase = "contacts.erase";
    public const string PersonalData = "contacts.personal-data";
    public const string Hooks = "contacts.hooks";
    public const string Pipeline = "contacts.pipeline";

    public string Name => "contacts";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Read, "See contacts, the board and the daily progress"),
        new(Write, "Add and change contacts, log touches and facts, move them on the board"),
        new(Import, "Import an address book"),
        new(ForceMove, "Move a contact through a closed gate, with a reason"),
        new(Assign, "Give contacts to another member"),
        new(Team, "See how one's downline is doing, in numbers"),
        new(Export, "Take contacts away as a file"),
        new(Fields, "Add, change and archive the workspace's own fields"),
        new(Sensitive, "See and change what sensitive fields hold"),
        new(Erase, "Erase a person for good, from everywhere"),
        new(PersonalData, "Hand out all that is known of a person, what sensitive fields hold too"),
        new(Hooks, "Let programs outside tell of people, by signed webhooks"),
        new(Pipeline, "Set the gates, name the stages, set the day's targets and the quiet hours"),
        new(Replay, "Tell all contacts again to modules that lost or never had them"),
    ];

    public void Add(ModuleBuilder module)
    {
        module.Database<ContactsDbContext>(database =>
        {
            database.Searches.AddRange(ContactSearch.Views);
            database.Audited.AddRange(
                // What is searched stands in the other columns.
                new("contacts", Except: ["search_text", "notes_words"], Secret: [SensitiveFields.Column], About: "id"),
                new("custom_fields"),
                new("saved_views"),
                new("contact_points", About: "contact_id"),
                new("follow_ups", Except: ["escalation"], About: "contact_id"),
                new("cadences", Key: "workspace_id"),
                new("pipeline_settings", Key: "workspace_id"),
                new("day_settings", Key: "workspace_id"),
                new("hook_sources", Secret: ["secret", "previous_secret"]),
                // What it remembers of the two stands in their own rows of the log.
                new("merges", Except: ["record"], Secret: [MergeSecrets.Column])
            );
            database.Erased = new("contacts", "erased_contacts", "contact_id");
        });
        var column = module.Sealed(
            SensitiveFields.Table,
            SensitiveFields.Column,
            SensitiveFields.Purpose,
            workspaces: "select workspace_id from contacts.workspaces"
        );
        module.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SensitiveFields>(provider, column));
        module.Services.AddScoped<WrittenFields>();
        var merges = module.Sealed(
            MergeSecrets.Table,
            MergeSecrets.Column,
            MergeSecrets.Purpose,
            workspaces: "select workspace_id from contacts.workspaces"
        );
        module.Services.AddSingleton(provider => ActivatorUtilities.CreateInstance<MergeSecrets>(provider, merges));
        module.Services.AddScoped<MergeTwo>();
        module.Services.AddScoped<TakeApart>();
        HookSecrets.Add(module);
        module.Services.AddSingleton<HookInbox>();
    }
}
