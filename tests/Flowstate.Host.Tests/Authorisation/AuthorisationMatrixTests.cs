using System.Net;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Authorisation;

/// <summary>
/// Every operation of the OpenAPI document, asked by those who may not: the answer is a refusal, and no row changes. A new
/// operation is in the matrix by being there.
/// </summary>
public sealed class AuthorisationMatrixTests(MatrixDemo demo) : IClassFixture<MatrixDemo>
{
    private static readonly HttpStatusCode[] Refusals =
    [
        HttpStatusCode.BadRequest,
        HttpStatusCode.Unauthorized,
        HttpStatusCode.Forbidden,
        HttpStatusCode.NotFound,
        HttpStatusCode.Conflict,
        HttpStatusCode.PreconditionFailed,
        HttpStatusCode.UnsupportedMediaType,
        HttpStatusCode.UnprocessableEntity,
        HttpStatusCode.PreconditionRequired,
    ];

    private TestMember Owner => new(Guid.Parse(demo.Victim.WorkspaceId), Guid.CreateVersion7());

    private List<Operation> Closed => [.. demo.Operations.Where(operation => !operation.Open)];

    [Fact]
    public void The_document_tells_of_all_modules() =>
        demo
            .Operations.Select(operation => operation.Path.Split('/')[3])
            .Distinct()
            .ShouldBe(["contacts", "campaigns", "identity", "intelligence", "platform", "tasks"], ignoreOrder: true);

    [Fact]
    public Task Nobody_is_asked_to_sign_in() => AllRefuse(Closed, _ => null, HttpStatusCode.Unauthorized);

    [Fact]
    public Task An_expired_token_is_refused() =>
        AllRefuse(
            Closed,
            _ => Token(Owner, demo.Permissions, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5)),
            HttpStatusCode.Unauthorized
        );

    [Fact]
    public Task A_token_that_nobody_signed_is_refused() =>
        AllRefuse(
            Closed,
            _ =>
            {
                var parts = Token(Owner, demo.Permissions).Split('.');
                return $"{Base64("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.";
            },
            HttpStatusCode.Unauthorized
        );

    [Fact]
    public Task A_revoked_key_is_refused() => AllRefuse(Closed, _ => demo.RevokedKey, HttpStatusCode.Unauthorized);

    [Fact]
    public Task The_session_of_a_disabled_member_is_refused() =>
        AllRefuse(Closed, _ => demo.DisabledMember, HttpStatusCode.Unauthorized);

    [Fact]
    public Task Who_may_all_but_this_is_forbidden_this() =>
        AllRefuse(
            [.. Closed.Where(operation => operation.Permission is not null)],
            operation => Token(Owner, demo.Permissions.Where(name => name != operation.Permission)),
            HttpStatusCode.Forbidden
        );

    [Fact]
    public async Task Another_workspaces_owner_reaches_nothing_by_its_id()
    {
        await AllRefuse(
            [
                .. Closed.Where(operation =>
                    operation.Parameters.Any(parameter => parameter.Name != "stage")
                    // Nobody's contact has nothing to do next, which is what is said of a new one too.
                    && !operation.Path.EndsWith("/by-contact/{contactId}", StringComparison.Ordinal)
                ),
            ],
            _ => demo.Stranger,
            Refusals
        );
    }

    [Fact]
    public async Task Another_workspaces_owner_is_shown_nothing_and_changes_nothing()
    {
        var before = await demo.Victim.Rows();
        List<string> leaks = [];
        foreach (var operation in Closed.Where(operation => operation.Method == "GET"))
        {
            var (status, body) = await Ask(operation, demo.Stranger);
            if (demo.Victim.Knows(body) || (int)status >= 500)
            {
                leaks.Add($"{operation}: {(int)status}");
            }
        }

        leaks.ShouldBeEmpty();
        Victim.Differences(before, await demo.Victim.Rows()).ShouldBeEmpty();
    }

    private async Task AllRefuse(
        IReadOnlyList<Operation> operations,
        Func<Operation, string?> token,
        params HttpStatusCode[] expected
    )
    {
        operations.ShouldNotBeEmpty();
        var changed = "";
        // Twice where a row changed: a clock's own work does not come again, a hole does.
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var before = await demo.Victim.Rows();
            List<string> wrong = [];
            foreach (var operation in operations)
            {
                var (status, _) = await Ask(operation, token(operation));
                if (!expected.Contains(status))
                {
                    wrong.Add($"{operation}: {(int)status}");
                }
            }

            wrong.ShouldBeEmpty();
            changed = Victim.Differences(before, await demo.Victim.Rows());
            if (changed.Length == 0)
            {
                return;
            }
        }

        changed.ShouldBeEmpty();
    }

    private async Task<(HttpStatusCode Status, string Body)> Ask(Operation operation, string? token)
    {
        using var client = demo.Host.Client();
        using var request = operation.Request(demo.Document, demo.Victim.Id);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private string Token(TestMember member, IEnumerable<string> permissions, DateTime? expires = null) =>
        TestTokens.Issue(member, demo.Keys, permissions, expires);

    private static string Base64(string text) =>
        System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(text));
}
