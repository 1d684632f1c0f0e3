using Flowstate.Campaigns.Features.Templates;
using Flowstate.Campaigns.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Campaigns;

/// <summary>Templates, ready words and the links that send them with one tap.</summary>
public sealed class CampaignsModule : IModule
{
    internal const string Schema = "campaigns";
    internal const string Read = "campaigns.read";
    internal const string Write = "campaigns.write";
    internal const string Templates = "campaigns.templates";
    internal const string PersonalData = "campaigns.personal-data";

    public string Name => Schema;

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Read, "See templates and ready words"),
        new(Write, "Send words"),
        new(Templates, "Change the words that everybody sends"),
        new(PersonalData, "Hand out what was sent to a person"),
    ];

    public void Add(ModuleBuilder module) =>
        module
            .Database<CampaignsDbContext>(database => database.Audited.Add(new("templates")))
            .Services.AddScoped<TemplateShelf>();
}
