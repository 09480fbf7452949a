using System.Diagnostics;
using System.Text.Json;

namespace TenkTanken.Browser.Tests.Everywhere;

/// <summary>
/// html-validate, in one process for all documents: starting it takes a hundred times as long as asking it. It runs in the
/// node that Playwright brings along, so that it hangs on no other; npm alone has to be there, once, to fetch it.
/// </summary>
public sealed class HtmlChecker : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Process? _process;

    /// <returns>What is wrong with the document, each with its place.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(string html)
    {
        await _turn.WaitAsync();
        try
        {
            _process ??= Start();
            await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(html));
            var answer = await _process.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"html-validate ended, and said:\n{await _process.StandardError.ReadToEndAsync()}");

            return JsonSerializer.Deserialize<string[]>(answer)!;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        if (_process is not null)
        {
            // It ends with what it is asked.
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private static Process Start()
    {
        if (!Directory.Exists(Path.Combine(Folders.Tests, "node_modules", "html-validate")))
        {
            throw new InvalidOperationException(
                $"html-validate is not there, so nobody can say whether the HTML is valid. Install npm, and run `npm ci` in {Folders.Tests}.");
        }

        return Process.Start(new ProcessStartInfo(Node(), [Path.Combine(Folders.Tests, "html-checker.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private static string Node() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "node"), "node*", SearchOption.AllDirectories).First();
}
