using System.Net;
using Flowstate.Contacts.Jobs;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using static Flowstate.Contacts.Tests.Imports.AddressBook;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class ImportRefusalTests(ContactsTest.Server server) : ImportsTest(server)
{
    [Fact]
    public async Task A_file_that_is_no_address_book_leaves_nothing_behind()
    {
        (await Send([]).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe("contacts.import-empty");
        (await Send([0x50, 0x4B, 3, 4, 1, 2]).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.import-spreadsheet"
        );
        (await Send(Bytes("Ana,ana@example.com\n")).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.import-no-header"
        );
        (await Send(Bytes("Name,Phone\n")).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.import-no-contact"
        );
        using var form = new MultipartFormDataContent { { new StringContent("Name,Phone"), "text" } };
        (await Api.PostAsync($"{Root}/imports", form, Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "contacts.import-no-file"
        );
        // Without a boundary, and cut short by a lost connection.
        foreach (var type in new[] { "multipart/form-data", "multipart/form-data; boundary=x" })
        {
            using var broken = new ByteArrayContent(Bytes("--x\r\nContent-Disposition: form-data; name=\"file\"; fil"));
            broken.Headers.TryAddWithoutValidation("Content-Type", type);
            (await Api.PostAsync($"{Root}/imports", broken, Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
                "contacts.import-unreadable"
            );
        }

        (await Get("/imports")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_of_more_than_512_MB_is_refused_before_it_is_read()
    {
        using var file = new Zeros((512L * 1024 * 1024) + 1);
        (await SendSlowly(file).ProblemCode(HttpStatusCode.RequestEntityTooLarge)).ShouldBe("contacts.file-too-large");
    }

    [Fact]
    public async Task A_file_of_150_MB_is_taken_in_whole()
    {
        var note = new string('x', 100_000);
        var path = Path.GetTempFileName();
        await using (var writer = new StreamWriter(path))
        {
            await writer.WriteLineAsync("Name,Notes");
            for (var n = 0; n < 1500; n++)
            {
                await writer.WriteLineAsync($"Ana{n},{note}");
            }
        }

        await using var file = File.OpenRead(path);
        using var form = new MultipartFormDataContent { { new StreamContent(file), "file", "big.csv" } };
        var upload = (await Api.PostAsync($"{Root}/imports", form, Ct).Json(HttpStatusCode.Created)).GetProperty(
            "data"
        );

        upload.GetProperty("total").GetInt32().ShouldBe(1500);
        var stored =
            $"select sum(length(bytes)) from contacts.import_chunks where import_id = '{upload.GetProperty("id")}'";
        (await Harness.Scalar<long>(stored)).ShouldBe(new FileInfo(path).Length);
        File.Delete(path);
    }

    [Fact]
    public async Task An_unknown_field_or_stage_is_refused_before_anything_runs()
    {
        var id = (await Upload("Name,Phone\nAna,1234567\n")).GetProperty("id").GetGuid();
        await Refused($"/imports/{id}/start", new { stage = "Paradise" }, HttpStatusCode.BadRequest);
        await Refused(
            $"/imports/{id}/start",
            new { mapping = new[] { new { column = "Name", field = "detail" } } },
            HttpStatusCode.BadRequest
        );
        (await Get($"/imports/{id}")).GetProperty("state").GetString().ShouldBe("mapping");
    }

    [Fact]
    public async Task An_import_is_its_owner_s_and_a_reader_may_not_import()
    {
        var id = (await Upload("Name,Phone\nAna,1234567\n", by: Harness.As(Me.Colleague())))
            .GetProperty("id")
            .GetGuid();
        (await Get($"/imports/{id}")).GetProperty("id").GetGuid().ShouldBe(id, "owners see the whole workspace");
        foreach (var stranger in new[] { Me.Colleague(name: "Eli Vik"), TestMember.New() })
        {
            var api = Harness.As(stranger);
            (await api.GetAsync($"{Root}/imports/{id}", Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
                "contacts.import-not-found"
            );
            await api.GetAsync($"{Root}/imports/{id}/rows", Ct).Problem(HttpStatusCode.NotFound);
            await Refused($"/imports/{id}/start", new { }, HttpStatusCode.NotFound, api);
            (await Get("/imports", api)).GetArrayLength().ShouldBe(0);
        }

        var reader = Harness.As(Me.Colleague() with { Permissions = [ContactsModule.Read] });
        await Send(Bytes("Name,Phone\nAna,1234567\n"), by: reader).Problem(HttpStatusCode.Forbidden);
        (await Get($"/imports/{id}")).GetProperty("state").GetString().ShouldBe("mapping");
    }

    [Fact]
    public async Task An_import_that_is_over_does_not_run_again()
    {
        var import = await Import("Name,Phone\nAna,+4741234567\n");
        (await Refused($"/imports/{import.GetProperty("id").GetGuid()}/start", new { }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.import-over");
        var task = await Api.GetAsync($"/api/v1/tasks/{import.GetProperty("id").GetGuid()}", Ct).Json();
        task.GetProperty("data").GetProperty("state").GetString().ShouldBe("done");
    }

    [Fact]
    public async Task Two_hosts_at_once_write_every_row_once()
    {
        var file =
            "Name,E-mail\n" + string.Concat(Enumerable.Range(0, 2_300).Select(i => $"Ana {i},ana{i}@example.com\n"));
        var id = (await Upload(file)).GetProperty("id").GetGuid();
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        await Task.WhenAll(Run(), Run());
        var import = await Over(id);
        Counts(import).ShouldBe((2_300, 0, 0, 0));
        (
            await Harness.Scalar<long>(
                $"select count(*) from contacts.contacts where workspace_id = '{Me.WorkspaceId}'"
            )
        ).ShouldBe(2_300);
        (await Harness.Scalar<long>($"select count(*) from contacts.import_rows where import_id = '{id}'")).ShouldBe(
            2_300
        );
        (
            await Harness.Scalar<long>(
                $"select sum(count)::bigint from contacts.stage_counters where workspace_id = '{Me.WorkspaceId}'"
            )
        ).ShouldBe(2_300);

        async Task Run()
        {
            await using var scope = Harness.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<ImportContacts>(scope.ServiceProvider).Run(Me.WorkspaceId, id, Ct);
        }
    }

    // Asks before it sends the body, so that a refusal is read and not met as a closed connection.
    private async Task<HttpResponseMessage> SendSlowly(Stream file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/imports")
        {
            Content = new MultipartFormDataContent { { new StreamContent(file), "file", "big.csv" } },
            Headers = { ExpectContinue = true },
        };
        return await Api.SendAsync(request, Ct);
    }

    /// <summary>A file of any size that takes no room.</summary>
    private sealed class Zeros(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set => _at = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _at);
            Array.Clear(buffer, offset, read);
            _at += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void Flush() { }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
