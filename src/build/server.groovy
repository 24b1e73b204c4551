// Tells the Liberty plugin which JDK to run on (it does not follow the toolchain), lists the Java files for the
// formatter, and says in one line when a port is taken, before the server says it in twenty.
import org.apache.maven.toolchain.ToolchainManager

def toolchain = session.container.lookup(ToolchainManager).getToolchainFromBuildContext('jdk', session)
project.properties['liberty.env.JAVA_HOME'] = new File(toolchain.findTool('java')).parentFile.parentFile.path

def list = new File(project.build.directory, 'java-files.txt')
list.parentFile.mkdirs()
def sources = []
['src/main/java', 'src/test/java'].each { folder ->
    def root = new File(project.basedir, folder)
    if (root.exists()) root.eachFileRecurse { if (it.name.endsWith('.java')) sources << it.path }
}
list.text = sources.sort().join('\n')

def goals = session.goals ?: (project.build.defaultGoal ?: '').split(' ') as List
if (goals.contains('liberty:run')) {
    ['http.port', 'https.port'].each { name ->
        def port = (session.userProperties[name] ?: project.properties[name]) as int
        try {
            new ServerSocket(port, 1, InetAddress.getByName('localhost')).close()
        } catch (BindException taken) {
            throw new org.apache.maven.plugin.MojoFailureException(
                "Port ${port} is in use. Stop the program that listens there, or start with -D${name}=<another port>.".toString())
        }
    }
}
