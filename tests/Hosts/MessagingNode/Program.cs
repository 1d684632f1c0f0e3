using Flowstate.MessagingNode;

await using var app = Node.Build(args);
await app.StartAsync();
Console.WriteLine($"ready {app.Urls.First()}");
await app.WaitForShutdownAsync();
