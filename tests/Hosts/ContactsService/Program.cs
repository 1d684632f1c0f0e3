using Flowstate.Contacts;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;

// The contacts in a service of their own: no line of the module knows.
var builder = WebApplication.CreateBuilder(args);
builder.AddPlatform();
builder.AddModules([new ContactsModule()]);

await using var app = builder.Build();
await app.MigrateModules();
app.UsePlatform();
app.MapModules();
await app.RunAsync();
