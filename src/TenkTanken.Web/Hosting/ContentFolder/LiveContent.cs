using System.Security.Cryptography;
using System.Text;
using TenkTanken.Content;
using TenkTanken.Content.Checking;
using TenkTanken.Web.Hosting.Starting;

namespace TenkTanken.Web.Hosting.ContentFolder;

/// <summary>
/// The content that is served: always whole, and replaced as a whole. What is broken in the content folder goes to the log,
/// and what was served before is served on.
/// </summary>
/// <param name="load">Not <see cref="ContentLoader"/>, in tests of what becomes of a fault in it.</param>
internal sealed class LiveContent(Settings settings, LastGoodContent lastGood, TimeProvider time, ILogger<LiveContent> logger, Func<string,
    LoadedContent>? load = null)
{
    private static readonly TimeSpan KeepAgainAfter = TimeSpan.FromMinutes(1);

    private readonly Func<string, LoadedContent> _load = load ?? (folder => ContentLoader.Load(folder));
    private readonly Lock _looking = new();
    private volatile ContentState? _state;

    // The folder as it was when it was last taken in or found broken; null when the next look is to load it in any case.
    private ContentFingerprint? _seen;

    // What is served and has no copy for the next start yet.
    private ContentFingerprint? _unkept;
    private long _keepingFailed;
    private bool _saidUnkept;

    private HashSet<string> _said = [];

    /// <summary>Raised when <see cref="State"/> has another version.</summary>
    public event Action? Changed;

    /// <summary>The newest. Within a request, ask for <see cref="ContentLibrary"/> itself: it stays the same to the end.</summary>
    public ContentLibrary Current => State.Library;

    /// <summary>What is served, and what the last look at the folder found.</summary>
    public ContentState State => _state ?? throw new InvalidOperationException("There is no content. IsReadyAsync opens it and stops a site that has none.");

    /// <summary>
    /// The content folder, or else the last good content. Gives what blocks when there is neither. Creates nothing: a site that
    /// cannot start leaves no trace, so <see cref="Keep"/> is called when it is known to start.
    /// </summary>
    public IReadOnlyList<Problem> Open()
    {
        lock (_looking)
        {
            LoadedContent loaded;
            ContentFingerprint fingerprint;
            try
            {
                fingerprint = ContentFingerprint.Of(settings.ContentFolder);
                loaded = _load(settings.ContentFolder);
                _seen = StillThere(fingerprint) && WillStay(loaded) ? fingerprint : null;
            }
            catch (Exception fault)
            {
                if (!OpenLastGood([], "unread"))
                {
                    throw;
                }

                SayFault(fault);
                return [];
            }

            if (loaded.Library is { } library)
            {
                (_state, _unkept) = (Served(library, loaded, fingerprint), _seen);
                SayAdvice(loaded);
                return [];
            }

            if (!OpenLastGood(loaded.Problems, VersionOf(fingerprint, loaded)))
            {
                return [.. Blocking(loaded)];
            }

            SayProblems(loaded);
            return [];
        }
    }

    /// <summary>Copies what is served for a start at which the content folder is broken. A copy that fails stops nothing.</summary>
    public void Keep()
    {
        lock (_looking)
        {
            if (_unkept is not { } fingerprint)
            {
                return;
            }

            try
            {
                _unkept = lastGood.Write(settings.ContentFolder, fingerprint) ? null : fingerprint;
                _saidUnkept = false;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _keepingFailed = time.GetTimestamp();
                if (!_saidUnkept)
                {
                    LiveContentLog.NotKept(logger, lastGood.Folder, fault.Message);
                }

                _saidUnkept = true;
            }
        }
    }

    /// <summary>Takes in what has changed in the content folder since the last look, if it is whole. Never throws.</summary>
    public void Look()
    {
        lock (_looking)
        {
            try
            {
                LookAtFolder();
            }
            catch (Exception fault)
            {
                // A fault of ours in reading it. Readers keep their pages; the next look tries again.
                _seen = null;
                SayFault(fault);
            }
        }
    }

    private bool OpenLastGood(IReadOnlyList<Problem> problems, string version)
    {
        if (lastGood.Read() is not { } kept)
        {
            return false;
        }

        _state = new ContentState(kept.Library, problems, IsOfFolder: false, version) { Loaded = settings.Editing ? kept.Loaded : null };
        LiveContentLog.LastGoodServed(logger, kept.SinceText);
        return true;
    }

    private void LookAtFolder()
    {
        var fingerprint = ContentFingerprint.Of(settings.ContentFolder);
        if (fingerprint.IsSameAs(_seen))
        {
            if (fingerprint.IsSameAs(_unkept) && time.GetElapsedTime(_keepingFailed) >= KeepAgainAfter)
            {
                Keep();
            }

            return;
        }

        var loaded = _load(settings.ContentFolder);
        if (!StillThere(fingerprint))
        {
            // Somebody is in the middle of writing. The next look sees what has become of it.
            return;
        }

        _seen = WillStay(loaded) ? fingerprint : null;
        var before = State;
        if (loaded.Library is { } library)
        {
            (_state, _unkept, _said) = (Served(library, loaded, fingerprint), fingerprint, []);
            LiveContentLog.NewServed(logger, library.Current.Id, library.Current.ByLanguage.Values.Sum(words => words.Pages.Count), library.Facts.Count);
            SayAdvice(loaded);
            Keep();
        }
        else
        {
            _state = before with { Problems = loaded.Problems, IsOfFolder = false, Version = VersionOf(fingerprint, loaded) };
            if (SayProblems(loaded))
            {
                LiveContentLog.ServedOn(logger);
            }
        }

        if (State.Version != before.Version)
        {
            Changed?.Invoke();
        }
    }

    private ContentState Served(ContentLibrary library, LoadedContent loaded, ContentFingerprint fingerprint) =>
        new(library, loaded.Problems, IsOfFolder: true, VersionOf(fingerprint, loaded)) { Loaded = settings.Editing ? loaded : null };

    private static string VersionOf(ContentFingerprint fingerprint, LoadedContent loaded) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fingerprint.Value} {fingerprint.Rest} {string.Join('\n', loaded.Problems)}")))[..16];

    private bool StillThere(ContentFingerprint fingerprint) => ContentFingerprint.Of(settings.ContentFolder).IsSameAs(fingerprint);

    /// <summary>False when the same folder may load otherwise: somebody holds a file, and lets go of it without a change.</summary>
    private static bool WillStay(LoadedContent loaded) => loaded.Problems.All(problem => problem.Kind != ProblemKind.FileUnreadable);

    /// <summary>Each problem once, as long as it is there. False when there is nothing new to say.</summary>
    private bool SayProblems(LoadedContent loaded)
    {
        var before = _said;
        _said = [.. Blocking(loaded).Select(problem => problem.ToString())];
        var news = _said.Except(before).ToList();
        foreach (var problem in news)
        {
            LiveContentLog.Problem(logger, problem);
        }

        return news.Count > 0;
    }

    private void SayFault(Exception fault)
    {
        if (_said.Add(fault.GetType().Name))
        {
            LiveContentLog.LookFailed(logger, fault);
        }
    }

    private void SayAdvice(LoadedContent loaded)
    {
        if (loaded.Problems.Count > 0)
        {
            LiveContentLog.Advice(logger, loaded.Problems.Count);
        }
    }

    private static IEnumerable<Problem> Blocking(LoadedContent loaded) => loaded.Problems.Where(problem => problem.Blocks);
}

/// <param name="Library">What is served.</param>
/// <param name="Problems">Of the folder as it was at the last look; those that only advise too.</param>
/// <param name="IsOfFolder">False where something in the folder blocks, and the last good content is served.</param>
/// <param name="Version">The same folder with the same problems has the same, also after a restart.</param>
internal sealed record ContentState(ContentLibrary Library, IReadOnlyList<Problem> Problems, bool IsOfFolder, string Version)
{
    /// <summary>What the library was loaded as. Only where drafts are read: nobody else has a use for all that is kept with it.</summary>
    public LoadedContent? Loaded { get; init; }
}

/// <summary>The words of one request for its whole length, or of a circuit for its life: new content never comes into the middle of a page.</summary>
internal sealed class RequestContent(LiveContent live)
{
    /// <summary>What readers get, unless somebody has put a draft in its place before the first who asks.</summary>
    public ContentLibrary Library { get; set; } = live.Current;
}

/// <summary>
/// Looks at the content folder every second. It asks rather than being told: the operating system's notices of changes do not
/// come from network disks, nor from all mounts in containers, and may be lost.
/// </summary>
internal sealed class ContentWatch(LiveContent content, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Not a timer that ticks on: a look that takes long, or a clock that jumps, is not followed by a row of others.
            await Task.Delay(Interval, time, stoppingToken);
            content.Look();
        }
    }
}

internal static partial class LiveContentLog
{
    [LoggerMessage(11, LogLevel.Warning, "In the content: {Problem}")]
    public static partial void Problem(ILogger logger, string problem);

    [LoggerMessage(12, LogLevel.Warning, "The content folder cannot be served; why follows. The last good content is served, kept on {Since}.")]
    public static partial void LastGoodServed(ILogger logger, string since);

    [LoggerMessage(13, LogLevel.Warning, "The content folder cannot be served. What was served before is served on.")]
    public static partial void ServedOn(ILogger logger);

    [LoggerMessage(14, LogLevel.Information, "New content is served: edition {Edition}, {Pages} pages, {Facts} facts.")]
    public static partial void NewServed(ILogger logger, string edition, int pages, int facts);

    [LoggerMessage(15, LogLevel.Information, "The content is served, and {Count} things in it could be better. The workbench's check names them.")]
    public static partial void Advice(ILogger logger, int count);

    [LoggerMessage(16, LogLevel.Warning, "What is served could not be kept in {Folder} for the next start: {Reason} It is tried again every minute.")]
    public static partial void NotKept(ILogger logger, string folder, string reason);

    [LoggerMessage(17, LogLevel.Error, "Reading the content folder failed. What was served before is served on.")]
    public static partial void LookFailed(ILogger logger, Exception fault);
}
