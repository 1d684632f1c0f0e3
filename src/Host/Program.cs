using Flowstate.Campaigns;
using Flowstate.Contacts;
using Flowstate.Host;
using Flowstate.Host.EmbeddedPostgres;
using Flowstate.Host.Http;
using Flowstate.Identity;
using Flowstate.Intelligence;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;

var builder = WebApplication.CreateBuilder(args);
if (RefuseWeakSecrets.Tell(builder) || !await builder.AddEmbeddedPostgres())
{
    return 1;
}

builder.LimitRequests();
builder.AllowOrigins();
builder.AddWebFiles();
builder.AddPlatform();
builder.AddModules([new IdentityModule(), new ContactsModule(), new CampaignsModule(), new IntelligenceModule()]);

await using var app = builder.Build();
await app.MigrateModules();
app.UseSecurityHeaders();
app.UseDocsPage();
app.UseCors();
app.UseLiveOrigin();
app.UseHookAddresses();
app.UseWebFiles();
app.UsePlatform();
app.MapModules();
app.MapWebApp();

return args switch
{
    ["demo", ..] => await Demo.Run(app),
    ["audit", "verify"] => await VerifyAudit.Run(app),
    _ => await Serve.Run(app),
};
