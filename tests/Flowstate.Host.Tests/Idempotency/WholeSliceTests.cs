using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Flowstate.Campaigns;
using Flowstate.Contacts;
using Flowstate.Identity;
using Flowstate.Intelligence;
using Flowstate.Shared.Slices;
using Flowstate.Testing;
using MediatR;

namespace Flowstate.Host.Tests.Idempotency;

/// <summary>Slices with transactions, files and jobs of their own take part without knowing it.</summary>
public sealed class WholeSliceTests : IAsyncLifetime
{
    private static readonly TestMember Ana = TestMember.New();
    private ModuleHarness<ContactsModule> _module = null!;

    public async ValueTask InitializeAsync() => _module = await ModuleHarness<ContactsModule>.Start();

    public ValueTask DisposeAsync() => _module.DisposeAsync();

    [Fact]
    public async Task An_import_is_uploaded_and_run_once()
    {
        using var ana = _module.As(Ana);
        var import = await Twice(() => ana.Send("upload", Upload(), "/api/v1/contacts/imports"));
        var id = JsonOf(import).GetProperty("data").GetProperty("id").GetString();
        var body = new { mapping = new[] { new { column = "Name", field = "name" } } };

        await Twice(() => ana.Send("start", body, $"/api/v1/contacts/imports/{id}/start"));

        await Machine.Until(async () => await _module.Scalar<long>("select count(*) from contacts.contacts") == 2);
        (await _module.Scalar<long>("select count(*) from contacts.imports")).ShouldBe(1);
        (await _module.Scalar<long>("select count(*) from contacts.tasks")).ShouldBe(1);
        (
            await _module.Scalar<long>(
                "select count(*) from jobs.job where invocationdata::text like '%ImportContacts%'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_job_waits_for_the_commit_and_is_forgotten_with_it()
    {
        using var ana = _module.As(Ana);
        await using (
            var command = _module.Owner.CreateCommand(
                """
                create function contacts.break() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
                create constraint trigger break after insert on contacts.idempotency_keys
                  deferrable initially deferred for each row execute function contacts.break();
                """
            )
        )
        {
            await command.ExecuteNonQueryAsync();
        }

        var answer = await ana.Send("replay", new { }, "/api/v1/contacts/replay");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (
            await _module.Scalar<long>(
                "select count(*) from jobs.job where invocationdata::text like '%TellSnapshots%'"
            )
        ).ShouldBe(0);
        (await _module.Scalar<long>("select count(*) from contacts.tasks")).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_with_its_own_transaction_is_made_once()
    {
        using var ana = _module.As(Ana);
        ana.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"0\"");
        var days = new
        {
            one = 1,
            two = 2,
            three = 3,
            four = 4,
            five = 5,
        };

        await Twice(() => ana.Send("days", days, "/api/v1/contacts/cadence", "PUT"));

        await Machine.Until(() => Task.FromResult(_module.Told.Told.Count > 0));
        _module.Told.Told.Count(told => told.Name == "contacts.cadence-changed.v1").ShouldBe(1);
    }

    // An answer that cannot be read back would be lost to whoever asks again.
    [Fact]
    public void Every_answer_can_be_read_back()
    {
        Type[] modules =
        [
            typeof(ContactsModule),
            typeof(CampaignsModule),
            typeof(IntelligenceModule),
            typeof(IdentityModule),
        ];
        var answers = modules
            .SelectMany(module => module.Assembly.GetTypes())
            .Where(type => !type.IsAssignableTo(typeof(IAnswersOnce)))
            .SelectMany(type => type.GetInterfaces())
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>))
            .Select(face => face.GetGenericArguments()[0])
            .Where(result => result.IsGenericType && result.GetGenericTypeDefinition() == typeof(Result<>))
            .Select(result => result.GetGenericArguments()[0])
            .ToHashSet();

        answers.Count.ShouldBeGreaterThan(20);
        Lost(answers).ShouldBeEmpty();
    }

    private static readonly JsonSerializerOptions Json = new(HttpJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static List<string> Lost(IEnumerable<Type> types)
    {
        var (seen, lost, open) = (new HashSet<Type>(), new List<string>(), new Queue<Type>(types));
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type) || Json.GetTypeInfo(type) is not { } info)
            {
                continue;
            }

            if (info.ElementType is { } element)
            {
                open.Enqueue(element);
            }

            foreach (var property in info.Properties.Where(property => property.Get is not null))
            {
                open.Enqueue(property.PropertyType);
                if (property is { Set: null, AssociatedParameter: null } && IsKept(property))
                {
                    lost.Add($"{type.FullName}.{property.Name}");
                }
            }
        }

        return lost;
    }

    // What is worked out from the others is worked out again.
    private static bool IsKept(JsonPropertyInfo property) =>
        property.AttributeProvider is PropertyInfo { DeclaringType: { } type } declared
        && type.GetField($"<{declared.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)
            is not null;

    private static MultipartFormDataContent Upload() =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes("Name\nTom Berg\nEva Lind\n")), "file", "people.csv" } };

    private static async Task<string> Twice(Func<Task<HttpResponseMessage>> send)
    {
        using var first = await send();
        using var again = await send();
        first.IsSuccessStatusCode.ShouldBeTrue(await first.Content.ReadAsStringAsync());
        (await again.Whole()).ShouldBe(await first.Whole());
        (first.WasReplayed(), again.WasReplayed()).ShouldBe((false, true));
        return await first.Content.ReadAsStringAsync();
    }

    private static JsonElement JsonOf(string text) => JsonDocument.Parse(text).RootElement;
}
