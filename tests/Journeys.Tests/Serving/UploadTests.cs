using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentScaler.Journeys.Tests.Serving;

/// <summary>What a folder of sources is called on a gateway: the hash of its archive.</summary>
public sealed class UploadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_folder_is_the_same_upload_from_every_process()
    {
        using var journey = new Journey();
        var folder = journey.Place("apis");
        string[] files = ["b.yaml", "a.json", Path.Combine("inner", "ä.yaml"), Path.Combine("inner", $"{new string('n', 120)}-é.yaml")];
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        foreach (var file in files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), file, Stop);
        }

        var asked = new ConcurrentQueue<string>();
        await using var gateway = await StartAsync(asked);
        await OrderAsync(gateway, folder);
        // Neither who packs nor when a file was written is part of it.
        File.SetLastWriteTimeUtc(Path.Combine(folder, files[0]), DateTime.UtcNow.AddDays(-3));
        await Task.Delay(TimeSpan.FromSeconds(1.1), Stop);
        await OrderAsync(gateway, folder);
        await File.AppendAllTextAsync(Path.Combine(folder, files[3]), "changed", Stop);
        await OrderAsync(gateway, folder);

        var uploads = asked.ToArray();
        Assert.Equal(3, uploads.Length);
        Assert.Equal(uploads[0], uploads[1]);
        Assert.NotEqual(uploads[1], uploads[2]);
    }

    /// <summary>A gateway that is asked whether it has an upload, and takes nothing.</summary>
    private static async Task<WebApplication> StartAsync(ConcurrentQueue<string> asked)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapMethods("/api/v1/uploads/{id}", [HttpMethods.Head], (string id) =>
        {
            asked.Enqueue(id);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        });
        await app.StartAsync(Stop);
        return app;
    }

    private static async Task OrderAsync(WebApplication gateway, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "agentscaler.dll"), "run", "--source", folder, "--gateway", gateway.Urls.Single() },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 3, $"{process.ExitCode}: {await output}{await error}");
    }
}
