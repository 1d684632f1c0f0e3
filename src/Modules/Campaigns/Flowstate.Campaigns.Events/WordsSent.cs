using Flowstate.Abstractions;

namespace Flowstate.Campaigns.Events;

/// <summary>
/// A member sent words to a contact, by one tap in the channel named (<c>whatsapp sms email call dm other</c>).
/// <paramref name="TemplateId"/> is null where the words are the member's own. Told once per send.
/// </summary>
[EventName("campaigns.words-sent.v1")]
public sealed record WordsSent(
    Guid WorkspaceId,
    Guid SendId,
    long Version,
    DateTimeOffset At,
    Guid ContactId,
    Guid MemberId,
    Guid? TemplateId,
    string Channel,
    string Text
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => SendId;
}
