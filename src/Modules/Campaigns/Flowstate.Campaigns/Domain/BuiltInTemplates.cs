namespace Flowstate.Campaigns.Domain;

/// <summary>
/// The words a new workspace starts with, one set per purpose: short, human, one question each, since a message that
/// asks one thing is answered.
/// </summary>
internal static class BuiltInTemplates
{
    public static readonly IReadOnlyList<TemplateDraft> All =
    [
        Words(
            Purpose.FirstTouch,
            "First hello",
            "Hello from {{myName}}",
            "Hi {{firstName|there}}, it's {{myName}}. You came to mind today, so I wanted to say hello. What are you up to these days?"
        ),
        Words(
            Purpose.Reconnect,
            "It has been a while",
            "It has been a while",
            "Hi {{firstName|there}}, you came to mind today. How have you been? {{myName}}"
        ),
        Words(
            Purpose.Invite,
            "Would you watch it?",
            "Quick question",
            "Hi {{firstName|there}}, quick question. I'm building something with {{workspace|my team}} and thought of you. There's a short video that explains it better than I can. If I sent it to you, would you watch it?"
        ),
        Words(
            Purpose.Qualify,
            "What would make it worth it",
            "Before I send you anything",
            "Hi {{firstName|there}}, thanks for being open to this. So that I don't waste your time: what would you like to be different a year from now, and what would make that worth some effort?"
        ),
        Words(
            Purpose.Presentation,
            "Here is the video",
            "The video",
            "Hi {{firstName|there}}, here is the video: [paste your link]. It takes about ten minutes. When will you get to it? I'll be in touch right after and answer whatever comes up."
        ),
        Words(
            Purpose.VideoCheckIn,
            "What did you like best?",
            "What did you like best?",
            "Hi {{firstName|there}}, did you get to the video? What did you like best about it?"
        ),
        Words(
            Purpose.Rebook,
            "We missed each other",
            "We missed each other",
            "Hi {{firstName|there}}, we missed each other today, no problem at all. Does later today suit you, or is tomorrow better?"
        ),
        Words(
            Purpose.FollowUp,
            "What is still open?",
            "Where we left off",
            "Hi {{firstName|there}}, picking up where we left off. What is still open for you? I'm happy to find out whatever you need to decide."
        ),
        Words(
            Purpose.CheckIn30,
            "One month in",
            "One month in",
            "Hi {{firstName|there}}, one month in already! What has gone well so far, and where can I help?"
        ),
        Words(
            Purpose.NoThanks,
            "Just a hello",
            "Just a hello",
            "Hi {{firstName|there}}, nothing to sell today, I just wanted to hear how you are. What's new with you?"
        ),
        Words(
            Purpose.Onboarding,
            "Welcome aboard",
            "Welcome aboard",
            "Hi {{firstName|there}}, welcome aboard! When do you have half an hour this week? We'll set everything up together and plan your first steps."
        ),
        Words(
            Purpose.General,
            "Two minutes?",
            "Do you have two minutes?",
            "Hi {{firstName|there}}, do you have two minutes for me today? {{myName}}"
        ),
    ];

    private static TemplateDraft Words(Purpose purpose, string name, string subject, string body) =>
        new(name, purpose, body, Subject: subject);
}
