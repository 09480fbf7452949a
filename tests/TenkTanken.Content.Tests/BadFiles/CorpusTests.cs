using System.Text;
using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.BadFiles;

/// <summary>What holds for each and every way for content to be broken: it is told, and nothing throws or hangs.</summary>
/// <remarks>Alone, since memory is counted for the whole process: languages are built side by side, on threads of their own.</remarks>
[Collection(nameof(Alone))]
public sealed class CorpusTests(CorpusTests.Run run) : IClassFixture<CorpusTests.Run>
{
    /// <summary>Several hundred times what loading takes: only what hangs is stopped.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Whole content takes some tens of megabytes in passing. What the other share takes meanwhile is counted too, and allowed as much.</summary>
    private const long MostBytes = 400L * 1024 * 1024;

    [Fact]
    public void The_corpus_is_large_and_each_case_has_a_name_of_its_own()
    {
        Assert.True(run.Outcomes.Count >= 400);
        Assert.Equal(run.Outcomes.Count, run.Outcomes.Select(outcome => outcome.Name).Distinct().Count());
    }

    [Fact]
    public void Nothing_throws_or_hangs()
    {
        NoneIs(outcome => outcome.Thrown is not null, outcome => outcome.Thrown!);
    }

    [Fact]
    public void Without_a_library_there_is_a_problem_that_blocks_and_with_one_there_is_none()
    {
        NoneIs(outcome => outcome.Thrown is null && outcome.HasLibrary == outcome.Problems.Any(problem => problem.Blocks), Said);
    }

    [Fact]
    public void Every_problem_says_its_file_what_is_wrong_and_what_to_do()
    {
        NoneIs(outcome => outcome.Problems.Any(problem => problem.File.Length == 0 || problem.Line < 0), Said);
        NoneIs(outcome => outcome.Problems.Any(problem =>
            Problem.Languages.Any(language => problem.Wrong(language).Length == 0 || problem.Remedy(language).Length == 0)), Said);

        var problems = run.Outcomes.SelectMany(outcome => outcome.Problems).ToList();
        Assert.True(problems.Count(problem => problem.Line > 0) > problems.Count / 2);
    }

    [Fact]
    public void What_was_broken_by_hand_is_named_by_kind_file_and_line()
    {
        NoneIs(
            outcome => outcome.Expected is { } expected
                && !outcome.Problems.Any(problem => (problem.Kind, problem.File, problem.Line) == (expected.Kind, expected.File, expected.Line)),
            outcome => $"wanted {outcome.Expected}, got {Said(outcome)}");
    }

    [Fact]
    public void The_corpus_is_really_broken()
    {
        Assert.True(run.Outcomes.Count(outcome => outcome.Problems.Any(problem => problem.Blocks)) >= 300);
        Assert.True(run.Outcomes.Count(outcome => outcome.Expected is not null) >= 300);
    }

    [Fact]
    public void Nothing_takes_memory_without_bound()
    {
        NoneIs(outcome => outcome.Bytes > Run.Shares * MostBytes, outcome => $"{outcome.Bytes}");
    }

    [Fact]
    public void Memory_that_is_taken_on_another_thread_counts_too()
    {
        var (made, bytes) = Run.Measure(() =>
        {
            byte[] made = [];
            var other = new Thread(() => made = new byte[MostBytes / 100]);
            other.Start();
            other.Join();

            return made;
        });

        Assert.True(bytes >= made.Length);
    }

    [Fact]
    public void Afterwards_the_content_is_whole_again()
    {
        Assert.Empty(run.Afterwards);
    }

    private static string Said(Outcome outcome) => string.Join("\n    ", outcome.Problems.Take(5));

    private void NoneIs(Func<Outcome, bool> wrong, Func<Outcome, string> how)
    {
        var said = new StringBuilder();
        foreach (var outcome in run.Outcomes.Where(wrong))
        {
            said.AppendLine().Append(outcome.Name).Append(": ").Append(how(outcome));
        }

        Assert.True(said.Length == 0, said.ToString());
    }

    public sealed record Outcome(string Name, string? Thrown, bool HasLibrary, IReadOnlyList<Problem> Problems, long Bytes)
    {
        internal Expected? Expected { get; init; }
    }

    /// <summary>Every case is loaded once, for all that is asked of it. In two shares, each with a folder of its own.</summary>
    public sealed class Run
    {
        public const int Shares = 2;

        public Run()
        {
            var tried = Task.WhenAll(Enumerable.Range(0, Shares).Select(share => Task.Factory.StartNew(
                () => Try(share), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).Result;

            Outcomes = [.. tried.SelectMany(share => share.Outcomes)];
            Afterwards = [.. tried.SelectMany(share => share.Afterwards)];
        }

        public IReadOnlyList<Outcome> Outcomes { get; }

        public IReadOnlyList<Problem> Afterwards { get; }

        /// <summary>With what is taken meanwhile: by all threads of the loading, and by the other share, which takes about as much.</summary>
        public static (T Made, long Bytes) Measure<T>(Func<T> make)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            var made = make();

            return (made, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        private static (List<Outcome> Outcomes, List<Problem> Afterwards) Try(int share)
        {
            using var content = new BreakableContent(Repository.Content);
            var outcomes = Corpus.Of(content).Where((_, at) => at % Shares == share).Select(one => Try(one, content)).ToList();

            return (outcomes, [.. ContentLoader.Load(content.Folder).Problems.Where(problem => problem.Blocks)]);
        }

        private static Outcome Try(BadCase one, BreakableContent content)
        {
            var expected = one.Break(content);
            var loading = Task.Run(() => Load(one.Name, content.Folder));
            var outcome = loading.Wait(Patience) ? loading.Result : new Outcome(one.Name, "It hangs.", false, [], 0);
            content.Undo();

            return outcome with { Expected = expected };
        }

        private static Outcome Load(string name, string folder)
        {
            try
            {
                var (loaded, bytes) = Measure(() => ContentLoader.Load(folder));
                _ = string.Join('\n', loaded.Problems); // Saying them is not to throw either.

                return new Outcome(name, null, loaded.Library is not null, loaded.Problems, bytes);
            }
            catch (Exception fault)
            {
                return new Outcome(name, fault.ToString(), false, [], 0);
            }
        }
    }
}

/// <summary>Nothing else runs beside these.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
