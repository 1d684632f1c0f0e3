using Flowstate.Campaigns;
using Flowstate.Identity;
using Flowstate.Intelligence;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;

// The host without the contacts, which live in a service of their own.
var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddModules([new IdentityModule(), new CampaignsModule(), new IntelligenceModule()]);

await using var app = builder.Build();
await app.MigrateModules();
app.UsePlatform();
app.MapModules();
await app.RunAsync();
