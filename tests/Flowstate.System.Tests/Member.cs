using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.System.Tests;

/// <summary>The owner of a new workspace, at the front doors of a deployment.</summary>
internal sealed class Member(Deployment deployment) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly HttpClient _http = new() { Timeout = Patience };

    /// <summary>The first start: a workspace, and the token that every service knows by its public key.</summary>
    public static async Task<Member> SetUp(Deployment deployment)
    {
        var member = new Member(deployment);
        var session = await member.Post("identity", "setup", FirstOwner.Founding);
        member._http.WithToken(session.GetProperty("accessToken").GetString()!);
        return member;
    }

    public async Task<JsonElement> Get(string module, string path) =>
        (await _http.GetAsync(At(module, path)).Json()).GetProperty("data");

    public async Task<JsonElement> Post(
        string module,
        string path,
        object body,
        HttpStatusCode expected = HttpStatusCode.Created
    ) => (await _http.PostAsJsonAsync(At(module, path), body).Json(expected)).GetProperty("data");

    public async Task<JsonElement> Upload(string module, string path, string fileName, string text)
    {
        using var file = new StringContent(text);
        using var form = new MultipartFormDataContent { { file, "file", fileName } };
        return (await _http.PostAsync(At(module, path), form).Json(HttpStatusCode.Created)).GetProperty("data");
    }

    /// <summary>Asks again until the answer is as wanted: what another module tells arrives a moment later.</summary>
    public async Task<JsonElement> Until(string module, string path, Func<JsonElement, bool> wanted)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100))
        {
            var answer = await Get(module, path);
            if (wanted(answer))
            {
                return answer;
            }

            if (waited.Elapsed > Patience)
            {
                throw new TimeoutException($"{module}/{path} stays {answer}\n{deployment.Output()}");
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private Uri At(string module, string path) => new(deployment.AddressOf(module), $"/api/v1/{module}/{path}");
}
