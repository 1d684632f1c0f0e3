using Flowstate.Host.EmbeddedPostgres;

// The host's database and nothing else: what the start-up tests start, kill and start again.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
if (!await builder.AddEmbeddedPostgres())
{
    return 1;
}

var app = builder.Build();
app.Lifetime.ApplicationStarted.Register(() =>
    Console.WriteLine($"ready {app.Configuration.GetConnectionString("Flowstate")}")
);
await app.RunAsync();
return 0;
