using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Abstractions;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Identity.Tests.Events;

/// <summary>The contract as others read it: a change that shows here needs a thought, and one that is not additive a .v2.</summary>
public sealed class EventContractTests
{
    private static readonly Guid Workspace = new("0198f3a0-0000-7000-8000-000000000001");
    private static readonly Guid Ana = new("0198f3a0-0000-7000-8000-000000000002");
    private static readonly Guid Tom = new("0198f3a0-0000-7000-8000-000000000003");
    private static readonly DateTimeOffset At = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    public static TheoryData<IIntegrationEvent, string> Contracts { get; } =
        new()
        {
            {
                new WorkspaceCreated(Workspace, 1, At, "Nordlys Team", "NO", "Europe/Oslo", Ana),
                "workspace-created.v1"
            },
            { new WorkspaceUpdated(Workspace, 2, At, "Nordlys Team", null, "Europe/Oslo"), "workspace-updated.v1" },
            { new MemberJoined(Workspace, Ana, 1, At, "Ana Lindqvist", "owner", "Europe/Oslo"), "member-joined.v1" },
            {
                new MemberUpdated(Workspace, Ana, 2, At, "Ana Lindqvist", "owner", "Europe/Oslo", 45, "active", Tom),
                "member-updated.v1"
            },
        };

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task An_event_reads_on_the_wire_as_it_always_did(IIntegrationEvent raised, string name)
    {
        var golden = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Events", $"{name}.json"),
            TestContext.Current.CancellationToken
        );

        JsonNode
            .DeepEquals(
                JsonNode.Parse(golden),
                JsonSerializer.SerializeToNode(raised, raised.GetType(), EventJson.Options)
            )
            .ShouldBeTrue();
        JsonSerializer.Deserialize(golden, raised.GetType(), EventJson.Options).ShouldBe(raised);
        OutboxMessage.NameOf(raised.GetType()).ShouldBe($"identity.{name}");
    }
}
